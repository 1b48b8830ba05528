import type { ProjectRecord } from '../shared/records/record.ts';
import { totalsByUnit } from '../shared/records/totals.ts';
import type { AcceptedTable, CurrentRevision } from '../shared/submission.ts';
import { figuresOf } from '../shared/submission-figures.ts';
import type { UploadEvent, UploadOutcome } from '../shared/upload.ts';
import { longgang2021 } from '../templates/longgang-2021/form.ts';

/** The announcement of a version; what is not given is plausible. */
export const uploadEvent = (given: Partial<UploadEvent> = {}): UploadEvent => ({
  bucket: 'uploads',
  key: 'uploads/2021/LG-FGJ/2021年度 自评表.xlsx',
  versionId: 'v1',
  eventTime: '2022-03-01T02:00:00.000Z',
  size: 1000,
  ...given,
});

/** The outcome of an accepted upload; what is not given is plausible. */
export const acceptedOutcome = (given: Partial<UploadOutcome> = {}): UploadOutcome => ({
  status: 'accepted',
  form: 'longgang-2021',
  rows: 2,
  counts: { errors: 0, warnings: 1, hints: 2 },
  sha256: 'a'.repeat(64),
  fingerprint: 'b'.repeat(64),
  outputs: { findings: 'submissions/2021/LG-FGJ/0001/findings.json' },
  duplicateOf: null,
  superseded: false,
  ...given,
});

/** A project with one text, two amounts and a rate. */
export const projectRecord = (number: number): ProjectRecord => ({
  number,
  implementingUnit: number % 2 === 0 ? 'LG-FGJ' : null,
  texts: { serial: String(number), projectName: `项目${number}`, problems: '' },
  amounts: { budgetTotal: 343_720_000, actualTotal: number, budgetFund: null },
  rates: { executionRate: { scaled: 9864, places: 4 } },
  extraIndicators: [{ field: 'outputExtra', title: '成本指标', target: '≤5', actual: '4' }],
  source: { sheet: '自评表', row: number + 6 },
});

export const acceptedTable = (rows: number): AcceptedTable => ({
  form: 'longgang-2021',
  submitterName: '深圳市龙岗区发展和改革局',
  attachment: '附件2',
  rows,
});

/** The current revision of a submission; what is not given is plausible. */
export const currentRevision = (given: Partial<CurrentRevision> = {}): CurrentRevision => ({
  uploadId: 'upload-1',
  order: '2022-03-01T02:00:00.000Z#upload-1',
  revision: 1,
  table: acceptedTable(2),
  units: totalsByUnit([projectRecord(1), projectRecord(2)]),
  figures: figuresOf([projectRecord(1), projectRecord(2)], longgang2021),
  counts: { errors: 0, warnings: 1, hints: 2 },
  countsByRule: { 'execution-rate': 2, 'serial-gap': 1 },
  fileName: '2021年度 自评表.xlsx',
  key: 'uploads/2021/LG-FGJ/2021年度 自评表.xlsx',
  versionId: 'v1',
  outputs: { findings: 'submissions/2021/LG-FGJ/0001/findings.json' },
  receivedAt: '2022-03-01T02:00:00.000Z',
  sha256: 'a'.repeat(64),
  fingerprint: 'b'.repeat(64),
  recalled: null,
  ...given,
});
