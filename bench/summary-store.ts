import { systemClock } from '../functions/system-clock.ts';
import { NO_BUREAU } from '../shared/bureau-state.ts';
import { detailsKey } from '../shared/outputs.ts';
import type { SummarisePorts } from '../shared/ports.ts';
import type { ProjectRecord } from '../shared/records/record.ts';
import { parseHead, parseRow } from '../shared/store/items.ts';
import { NO_PACE } from '../shared/submission.ts';
import { figuresOf, unitTotalsOf } from '../shared/submission-figures.ts';
import { detailsMake } from '../shared/summarise/output-addresses.ts';
import type { SubmissionKey } from '../shared/upload.ts';
import { sample2021 } from '../test/sample-records.ts';

/*
 * A period of any size that takes no room: its heads and rows are made from the published table when
 * they are asked for, as JSON that is read and parsed like items of the table.
 */

/** Projects of a submission. */
export const PROJECTS = 30;

const HEADS_A_PAGE = 300;
const { form, recordSet } = sample2021();

/** Stands for the code of the submitter itself, which implements all of its projects. */
const ITSELF = 'BM-ITSELF';

const records: readonly ProjectRecord[] = Array.from({ length: PROJECTS }, (_, index) => ({
  ...(recordSet.records[index % recordSet.records.length] as ProjectRecord),
  number: index + 1,
  implementingUnit: ITSELF,
}));
const rows = records.map((record) => JSON.stringify({ record }));
const unitTotals = unitTotalsOf(records);

/** Code of the submission in this place, from 0. */
const codeOf = (place: number): string => `BM-${String(place).padStart(6, '0')}`;

const counted = { 'annual-goal-repeated': 2, 'unit-name-registered': 2, 'serials-continuous': 2 };

const headOf = (place: number, revision: number): string =>
  JSON.stringify({
    period: '2021',
    submitter: codeOf(place),
    latest: null,
    current: {
      uploadId: `upload-${place}`,
      order: `2022-03-01T02:00:00.000Z#${place}`,
      revision,
      table: {
        form: form.id,
        submitterName: `第${place + 1}号部门`,
        attachment: null,
        rows: PROJECTS,
      },
      units: unitTotals.map((unit) => ({ ...unit, code: codeOf(place) })),
      figures: figuresOf(records, form),
      counts: { errors: 0, warnings: 4, hints: 2 },
      countsByRule: counted,
      fileName: '2021年度部门预算项目绩效自评表.xlsx',
      key: `uploads/2021/${codeOf(place)}/2021年度部门预算项目绩效自评表.xlsx`,
      versionId: 'v1',
      outputs: { findings: `submissions/2021/${codeOf(place)}/0001/findings.json` },
      receivedAt: '2022-03-01T02:00:00.000Z',
      sha256: 'a'.repeat(64),
      fingerprint: 'b'.repeat(64),
    },
  });

const at = {
  sheet: 'Sheet1',
  cell: 'L17',
  row: 17,
  column: 'L',
  field: 'quantityActual',
  serial: '6',
  project: '某项目',
};
const findings = new TextEncoder().encode(
  JSON.stringify({
    findings: Object.keys(counted).flatMap((rule) =>
      [1, 2].map(() => ({
        rule,
        severity: 'warning',
        at,
        message: {
          zh: '这一格的完成情况与年度指标对不上，请核对后在“问题”栏说明',
          en: 'Check this cell',
        },
      })),
    ),
  }),
);

/** The cells of one submission's projects as JSON, for writers of other languages. */
export const projectCells = (): string =>
  JSON.stringify(
    records.map(({ texts, amounts }) => [
      ...Object.values(texts),
      ...Object.values(amounts).map((fen) => (fen === null ? null : fen / 1e6)),
      '2021年度部门预算项目绩效自评表.xlsx',
      'Sheet1',
      7,
      1,
    ]),
  );

/** A period of so many submissions, and what was written of its summary. */
export interface SummaryWorld {
  readonly ports: Omit<SummarisePorts, 'workbooks'>;
  readonly written: { files: number; bytes: number };
  /** Messages that ask for another run. */
  readonly asked: () => number;
  /** One submission sends again. */
  readonly sendAgain: (place: number) => void;
}

/**
 * The world outside of a rebuild, in which nothing is kept but the keys of what was written; the rows
 * of a large period may lie in their files already.
 */
export function summaryWorld(submissions: number, filesThere = false): SummaryWorld {
  const keys = new Set<string>();
  const written = { files: 0, bytes: 0 };
  const revised = new Map<number, number>();
  const state = { period: '2021', generation: 1, summary: 0, summaryFile: 0, pace: NO_PACE };
  let asked = 0;
  const keep = (key: string, bytes: number): void => {
    keys.add(key);
    written.files += 1;
    written.bytes += bytes;
  };
  const store = {
    periods: async () => [{ id: '2021', forms: [form.id], budgetBasis: '未注明' as const }],
    summaryState: async () => ({ ...state }),
    raiseSummary: async (_: string, generation: number) => {
      state.summary = Math.max(state.summary, generation);
      return state.summary;
    },
    noteSummaryFile: async () => {},
    notePace: async () => {},
    dueUnits: async () => [],
    bureauState: async () => NO_BUREAU,
    dutiesOf: async () => [],
    async pageOfHeads(period: string, after: string | null) {
      if (period !== '2021') return { heads: [], next: null };
      const first = after === null ? 0 : Number(after.slice(3)) + 1;
      const last = Math.min(submissions, first + HEADS_A_PAGE);
      const places = Array.from({ length: last - first }, (_, index) => first + index);
      return {
        heads: places.map((place) => parseHead(JSON.parse(headOf(place, revised.get(place) ?? 1)))),
        next: last < submissions ? codeOf(last - 1) : null,
      };
    },
    recordsOf: async ({ submitter }: SubmissionKey) =>
      rows.map((row) => parseRow(JSON.parse(row.replace(ITSELF, submitter)))),
  };
  return {
    written,
    asked: () => asked,
    sendAgain(place) {
      revised.set(place, (revised.get(place) ?? 1) + 1);
      state.generation += 1;
    },
    ports: {
      portalOrigin: null,
      submissions: store as unknown as SummarisePorts['submissions'],
      clock: systemClock,
      jobs: {
        summarise: async () => {
          asked += 1;
        },
      },
      outputs: {
        writeOutput: async (key, bytes) => keep(key, bytes.length),
        async streamOutput(key, pieces) {
          let bytes = 0;
          for await (const piece of pieces) bytes += piece.length;
          keep(key, bytes);
        },
        copyOutput: async () => {},
        async pageOfOutputs(prefix) {
          const first = filesThere
            ? Array.from({ length: submissions }, (_, place) =>
                detailsKey(
                  { period: '2021', submitter: codeOf(place), revision: 1 },
                  detailsMake(null),
                ),
              )
            : [];
          return { keys: [...first, ...keys].filter((key) => key.startsWith(prefix)), next: null };
        },
        readOutput: async () => findings,
      },
    },
  };
}
