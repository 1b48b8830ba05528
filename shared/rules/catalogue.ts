import { amountsInWanYuan } from './amounts-in-wan-yuan/rule.ts';
import { charactersPrintable } from './characters-printable/rule.ts';
import { columnsKnown } from './columns-known/rule.ts';
import { executionRateCorrect } from './execution-rate-correct/rule.ts';
import { executionRateRounded } from './execution-rate-rounded/rule.ts';
import { executionRateStated } from './execution-rate-stated/rule.ts';
import { figureReadable } from './figure-readable/rule.ts';
import { fileIsWorkbook } from './file-is-workbook/rule.ts';
import { fileNotDamaged } from './file-not-damaged/rule.ts';
import { fileNotEmpty } from './file-not-empty/rule.ts';
import { fileNotEncrypted } from './file-not-encrypted/rule.ts';
import { filePresent } from './file-present/rule.ts';
import { fileProcessed } from './file-processed/rule.ts';
import { fileTooHeavy } from './file-too-heavy/rule.ts';
import { fileWithinSize } from './file-within-size/rule.ts';
import { fileWithoutMacros } from './file-without-macros/rule.ts';
import { formAccepted } from './form-accepted/rule.ts';
import { implementingUnitRegistered } from './implementing-unit-registered/rule.ts';
import { indicatorPairComplete } from './indicator-pair-complete/rule.ts';
import { keyWellFormed } from './key-well-formed/rule.ts';
import { periodAgrees } from './period-agrees/rule.ts';
import { periodKnown } from './period-known/rule.ts';
import { requiredCellFilled } from './required-cell-filled/rule.ts';
import { revisionKeepsProjects } from './revision-keeps-projects/rule.ts';
import { rowInPlace } from './row-in-place/rule.ts';
import { rowWithinSize } from './row-within-size/rule.ts';
import { rowsCounted } from './rows-counted/rule.ts';
import type { Rule } from './rule.ts';
import { serialsContinuous } from './serials-continuous/rule.ts';
import { serialsFilled } from './serials-filled/rule.ts';
import { spendingWithinBudget } from './spending-within-budget/rule.ts';
import { submitterAgrees } from './submitter-agrees/rule.ts';
import { submitterKnown } from './submitter-known/rule.ts';
import { submitterNamePrintable } from './submitter-name-printable/rule.ts';
import { sumRowAgrees } from './sum-row-agrees/rule.ts';
import { tableAlone } from './table-alone/rule.ts';
import { tableHasRows } from './table-has-rows/rule.ts';
import { tablePresent } from './table-present/rule.ts';
import { totalEqualsSources } from './total-equals-sources/rule.ts';
import { totalRoundsToSources } from './total-rounds-to-sources/rule.ts';

/** Rules about a file that holds no table to judge. */
export const FILE_RULES: readonly Rule<'file'>[] = [
  keyWellFormed,
  filePresent,
  fileNotEmpty,
  fileWithinSize,
  fileIsWorkbook,
  fileNotEncrypted,
  fileWithoutMacros,
  fileNotDamaged,
  fileTooHeavy,
  fileProcessed,
  tablePresent,
];

/** Rules about a table as a whole. */
export const TABLE_RULES: readonly Rule<'table'>[] = [
  periodKnown,
  formAccepted,
  periodAgrees,
  submitterKnown,
  submitterAgrees,
  submitterNamePrintable,
  amountsInWanYuan,
  tableAlone,
  tableHasRows,
  sumRowAgrees,
  rowsCounted,
  columnsKnown,
  serialsFilled,
  serialsContinuous,
  revisionKeepsProjects,
];

/** Rules about one project. */
export const ROW_RULES: readonly Rule<'row'>[] = [
  rowInPlace,
  requiredCellFilled,
  figureReadable,
  totalEqualsSources,
  totalRoundsToSources,
  executionRateCorrect,
  executionRateRounded,
  executionRateStated,
  spendingWithinBudget,
  indicatorPairComplete,
  implementingUnitRegistered,
  charactersPrintable,
  rowWithinSize,
];

/** Every rule, in the order in which they are listed and asked. */
export const RULES: readonly Rule[] = [...FILE_RULES, ...TABLE_RULES, ...ROW_RULES];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with this id, or undefined. */
export const ruleById = (id: string): Rule | undefined => byId.get(id);
