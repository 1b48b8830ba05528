import { adverseFactsAbsent } from './adverse-facts-absent/rule.ts';
import { amountsAddable } from './amounts-addable/rule.ts';
import { amountsInWanYuan } from './amounts-in-wan-yuan/rule.ts';
import { amountsPlausible } from './amounts-plausible/rule.ts';
import { benefitAfterSpending } from './benefit-after-spending/rule.ts';
import { bracketsClosed } from './brackets-closed/rule.ts';
import { budgetAsListed } from './budget-as-listed/rule.ts';
import { budgetNearLastYear } from './budget-near-last-year/rule.ts';
import { cellsUnmerged } from './cells-unmerged/rule.ts';
import { charactersPrintable } from './characters-printable/rule.ts';
import { classificationMarkAbsent } from './classification-mark-absent/rule.ts';
import { columnTitlesOfficial } from './column-titles-official/rule.ts';
import { columnsComplete } from './columns-complete/rule.ts';
import { columnsKnown } from './columns-known/rule.ts';
import { columnsUnique } from './columns-unique/rule.ts';
import { comparatorHasNumber } from './comparator-has-number/rule.ts';
import { comparatorWhole } from './comparator-whole/rule.ts';
import { completionNotCopied } from './completion-not-copied/rule.ts';
import { completionNotPlanned } from './completion-not-planned/rule.ts';
import { completionOfThisYear } from './completion-of-this-year/rule.ts';
import { completionReachesTarget } from './completion-reaches-target/rule.ts';
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
import { goalAndCompletionStated } from './goal-and-completion-stated/rule.ts';
import { implementingUnitRegistered } from './implementing-unit-registered/rule.ts';
import { indicatorPairComplete } from './indicator-pair-complete/rule.ts';
import { indicatorYearAgrees } from './indicator-year-agrees/rule.ts';
import { keyWellFormed } from './key-well-formed/rule.ts';
import { longTextsDistinct } from './long-texts-distinct/rule.ts';
import { lowExecutionExplained } from './low-execution-explained/rule.ts';
import { notApplicableInBoth } from './not-applicable-in-both/rule.ts';
import { notableRemainderExplained } from './notable-remainder-explained/rule.ts';
import { numberingUniform } from './numbering-uniform/rule.ts';
import { overallCompletionNotCopied } from './overall-completion-not-copied/rule.ts';
import { paymentsNotToOnePerson } from './payments-not-to-one-person/rule.ts';
import { periodAgrees } from './period-agrees/rule.ts';
import { periodKnown } from './period-known/rule.ts';
import { personalDataAbsent } from './personal-data-absent/rule.ts';
import { placeholderReplaced } from './placeholder-replaced/rule.ts';
import { projectInOneRow } from './project-in-one-row/rule.ts';
import { projectNamesDistinct } from './project-names-distinct/rule.ts';
import { projectsComplete } from './projects-complete/rule.ts';
import { projectsDistinct } from './projects-distinct/rule.ts';
import { projectsListed } from './projects-listed/rule.ts';
import { quantityHasFigure } from './quantity-has-figure/rule.ts';
import { requiredCellFilled } from './required-cell-filled/rule.ts';
import { revisionKeepsProjects } from './revision-keeps-projects/rule.ts';
import { rowInPlace } from './row-in-place/rule.ts';
import { rowWithinSize } from './row-within-size/rule.ts';
import { rowsCounted } from './rows-counted/rule.ts';
import { rowsVisible } from './rows-visible/rule.ts';
import type { Rule } from './rule.ts';
import { satisfactionMeasured } from './satisfaction-measured/rule.ts';
import { secrecyNotMentioned } from './secrecy-not-mentioned/rule.ts';
import { serialsContinuous } from './serials-continuous/rule.ts';
import { serialsFilled } from './serials-filled/rule.ts';
import { sheetsVisible } from './sheets-visible/rule.ts';
import { slightRemainderNoted } from './slight-remainder-noted/rule.ts';
import { spendingAsListed } from './spending-as-listed/rule.ts';
import { spendingWithinBudget } from './spending-within-budget/rule.ts';
import { submitterAgrees } from './submitter-agrees/rule.ts';
import { submitterKnown } from './submitter-known/rule.ts';
import { submitterNamePrintable } from './submitter-name-printable/rule.ts';
import { sumRowAgrees } from './sum-row-agrees/rule.ts';
import { tableAlone } from './table-alone/rule.ts';
import { tableHasRows } from './table-has-rows/rule.ts';
import { tablePresent } from './table-present/rule.ts';
import { targetsNotLowered } from './targets-not-lowered/rule.ts';
import { templateAgrees } from './template-agrees/rule.ts';
import { templateIntact } from './template-intact/rule.ts';
import { totalEqualsSources } from './total-equals-sources/rule.ts';
import { totalRoundsToSources } from './total-rounds-to-sources/rule.ts';
import { unitNamesConsistent } from './unit-names-consistent/rule.ts';
import { valuesNormalised } from './values-normalised/rule.ts';

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
  classificationMarkAbsent,
];

/** Rules about a table as a whole. */
export const TABLE_RULES: readonly Rule<'table'>[] = [
  periodKnown,
  formAccepted,
  periodAgrees,
  submitterKnown,
  submitterAgrees,
  submitterNamePrintable,
  templateIntact,
  templateAgrees,
  amountsInWanYuan,
  amountsAddable,
  tableAlone,
  columnTitlesOfficial,
  columnsUnique,
  tableHasRows,
  sumRowAgrees,
  cellsUnmerged,
  projectInOneRow,
  rowsCounted,
  rowsVisible,
  sheetsVisible,
  columnsKnown,
  valuesNormalised,
  columnsComplete,
  serialsFilled,
  serialsContinuous,
  revisionKeepsProjects,
  projectsComplete,
  projectsListed,
  budgetAsListed,
  spendingAsListed,
  satisfactionMeasured,
  projectsDistinct,
  projectNamesDistinct,
  unitNamesConsistent,
  longTextsDistinct,
  amountsPlausible,
  targetsNotLowered,
  completionOfThisYear,
  budgetNearLastYear,
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
  completionReachesTarget,
  benefitAfterSpending,
  comparatorHasNumber,
  placeholderReplaced,
  goalAndCompletionStated,
  overallCompletionNotCopied,
  completionNotCopied,
  completionNotPlanned,
  indicatorYearAgrees,
  comparatorWhole,
  quantityHasFigure,
  notApplicableInBoth,
  lowExecutionExplained,
  notableRemainderExplained,
  slightRemainderNoted,
  paymentsNotToOnePerson,
];

/** Rules about one filled text cell. */
export const CELL_RULES: readonly Rule<'cell'>[] = [
  bracketsClosed,
  numberingUniform,
  secrecyNotMentioned,
  personalDataAbsent,
  adverseFactsAbsent,
];

/** Every rule, in the order in which they are listed and asked. */
export const RULES: readonly Rule[] = [...FILE_RULES, ...TABLE_RULES, ...ROW_RULES, ...CELL_RULES];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with this id, or undefined. */
export const ruleById = (id: string): Rule | undefined => byId.get(id);
