import * as z from 'zod';
import { BANDS } from '../../shared/submission-figures.ts';
import { count, countsSchema, textSchema, time, unitSchema } from './schemas.ts';

/* What the API says of the sums of a period; as in `schemas.ts`. Amounts are whole fen (分). */

const fen = z.int();
const share = z.object({ projects: count, budget: fen, actual: fen });
export type SharedMoney = z.infer<typeof share>;

/** By source of funds; null where no form has it. */
const funds = z.object({
  total: fen,
  general: fen.nullable(),
  fund: fen.nullable(),
  nonFiscal: fen.nullable(),
});

const sumsOfTables = z.object({
  /** Submitters with a table. */
  tables: count,
  totals: z.object({ projects: count, budget: funds, actual: funds }),
  /** Projects by execution rate; a band ends right below the percent in its name. */
  bands: z.record(z.enum(BANDS), share),
  /** Below 80 %, nothing spent included. */
  low: share,
  /** Projects that tell of a problem, of a remedy. */
  problems: count,
  rectified: count,
});
export type TableSumsAnswer = z.infer<typeof sumsOfTables>;

const yearOnYear = z.object({
  period: z.string(),
  /** Submitters with comparable tables in both years, and what these come to. */
  compared: count,
  now: share,
  earlier: share,
  /** Submitters with tables in both years that are not comparable 口径不同，不可比. */
  otherBasis: count,
  otherUnits: count,
});
export type YearOnYearAnswer = z.infer<typeof yearOnYear>;

const sumLine = z.object({
  unit: unitSchema,
  /** Who owes a return, and who of those and others has a table that is taken in. */
  owed: count,
  tables: count,
  approved: count,
  share,
  low: share,
  problems: count,
  rectified: count,
  counts: countsSchema,
  /** Null where nothing is known of the year before. */
  lastYear: yearOnYear.nullable(),
  /** The table itself, where the line is a submitter’s. */
  table: z
    .object({
      id: z.string(),
      revision: z.int().positive(),
      receivedAt: time,
      isApproved: z.boolean(),
    })
    .nullable(),
  /** Implementing units of which rows count in it; names as typed, no codes without a register. */
  units: z.array(z.object({ code: z.string().nullable(), name: z.string(), share })),
});
export type SumLine = z.infer<typeof sumLine>;

/** A project as one of two tables has it. */
const placed = z.object({
  submitter: unitSchema,
  /** The upload, and where its row stands in the file. */
  id: z.string(),
  isApproved: z.boolean(),
  at: z.object({ sheet: z.string(), row: z.int().positive() }),
  budget: fen,
  actual: fen,
});

/** What a period comes to, or one department of it; a project in two tables counts once. */
export const sumsSchema = z.object({
  period: z.string(),
  budgetBasis: z.enum(['年初', '调整后', '未注明']),
  /** Null: of all that the caller may see. */
  department: unitSchema.nullable(),
  owed: count,
  /** Of those who owe, with a table or an answer in its place. */
  reported: count,
  /** All that passed the check 校验通过. */
  passed: sumsOfTables,
  /** Those of them that finance approved 审核通过. */
  approved: sumsOfTables,
  lastYear: yearOnYear.nullable(),
  /** Departments by budget, the largest first; of one department its submitters. */
  lines: z.array(sumLine),
  /** The most unspent of `passed.low`, as far as heads name them: ten of a submission. */
  lowProjects: z.array(
    z.object({
      name: z.string(),
      /** As typed. */
      unit: z.string(),
      submitter: unitSchema,
      /** The upload, and where its row stood in the file. */
      id: z.string(),
      at: z.object({ sheet: z.string(), row: z.int().positive() }),
      budget: fen,
      actual: fen,
    }),
  ),
  /** Projects that stand in two tables 重复填报, as far as the caller may see both. */
  doubles: z.object({
    /** How many, and what is not counted of them. */
    setAside: share,
    /** A hundred at the most. */
    list: z.array(
      z.object({
        /** As typed where it counts. */
        unit: z.string(),
        project: z.string(),
        counted: placed,
        setAside: placed,
      }),
    ),
  }),
  /** The most frequent first. */
  rules: z.array(
    z.object({
      rule: z.string(),
      number: z.string(),
      title: textSchema,
      findings: count,
      tables: count,
    }),
  ),
});
export type Sums = z.infer<typeof sumsSchema>;
