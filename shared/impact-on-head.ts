import { MAX_FILE_BYTES } from './cells/limits.ts';
import { type Filed, type FiledStanding, filedOf, type Untried } from './filed-tables.ts';
import { type Impact, impactOf } from './impact.ts';
import { readEvidence } from './intake/gather-evidence.ts';
import { heldAgainst } from './intake/held-against.ts';
import type { JudgeContext } from './judge.ts';
import type { Period } from './period.ts';
import type { Judge, Reader, UploadsBucket } from './ports.ts';
import { dayInChina } from './severity.ts';
import type { Submissions } from './store/submissions.ts';
import type { Head } from './submission.ts';
import type { Register } from './unit.ts';
import type { FiledUpload } from './upload.ts';
import { fileNameOf } from './upload-id.ts';

/** What would become of one filed table; or why that cannot be said. */
export interface TableImpact {
  readonly unit: { readonly code: string; readonly name: string };
  /** Null where there is no table. */
  readonly upload: { readonly id: string; readonly revision: number } | null;
  readonly standing: FiledStanding | null;
  readonly untried: Untried | null;
  readonly impact: Impact | null;
}

/** What trying a submission needs; nothing of it writes. */
export interface ImpactPorts {
  readonly submissions: Pick<
    Submissions,
    'registerFor' | 'upload' | 'comparison' | 'revision' | 'recordsOf' | 'listedOf'
  >;
  readonly uploads: Pick<UploadsBucket, 'readUpload'>;
  readonly reader: Reader;
  readonly judge: Pick<Judge, 'judge' | 'canPrint'>;
}

/** The periods as they are, and with the change that is tried. */
export interface Trial {
  readonly periods: readonly Period[];
  readonly tried: readonly Period[];
}

/** Judges anew what was filed of one submission, by each of the two, all else being as it was. */
export async function impactOnHead(
  head: Head,
  trial: Trial,
  ports: ImpactPorts,
): Promise<readonly TableImpact[]> {
  const { submitter: code } = head;
  const register = await ports.submissions.registerFor(code);
  const name = register?.find((unit) => unit.code === code)?.name ?? code;
  const tables: TableImpact[] = [];
  for (const filed of filedOf(head)) {
    const found =
      'untried' in filed ? untried(filed) : await tryUpload(filed, register, trial, ports);
    tables.push({ unit: { code, name }, ...found });
  }
  return tables;
}

type Found = Omit<TableImpact, 'unit'>;

const untried = (filed: Extract<Filed, { untried: Untried }>): Found => ({
  upload: null,
  standing: null,
  untried: filed.untried,
  impact: null,
});

async function tryUpload(
  { uploadId, standing }: Extract<Filed, { standing: FiledStanding }>,
  register: Register | null,
  trial: Trial,
  ports: ImpactPorts,
): Promise<Found> {
  const known = await ports.submissions.upload(uploadId);
  const { status, submission = null, revision = null } = known ?? {};
  if (known === null || status === 'purged' || submission === null || revision === null) {
    return untried({ uploadId, untried: 'purged' });
  }
  const upload: FiledUpload = { ...known, submission, revision };
  const bytes = await ports.uploads.readUpload(upload, MAX_FILE_BYTES);
  if (bytes === 'gone') return untried({ uploadId, untried: 'gone' });
  const read = await readEvidence({ bytes }, upload, ports);
  const context = await contextOf(upload, register, ports);
  const [now, tried] = [trial.periods, trial.tried].map(
    (periods) => ports.judge.judge(read, { ...context, periods }).findings,
  );
  const impact = impactOf(now ?? [], tried ?? []);
  return { upload: { id: uploadId, revision }, standing, untried: null, impact };
}

/** What an upload was judged in, but for the periods. */
async function contextOf(
  { submission, revision, key, eventTime }: FiledUpload,
  register: Register | null,
  { submissions, judge }: ImpactPorts,
): Promise<Omit<JudgeContext, 'periods'>> {
  const settled = await submissions.comparison({ ...submission, revision });
  const compared = settled ?? { before: null, lastYear: null };
  const { isPurged: _, ...held } = await heldAgainst(
    { ...submission, register },
    compared,
    submissions,
  );
  return {
    ...submission,
    fileName: fileNameOf(key),
    register,
    ...held,
    today: dayInChina(eventTime),
    canPrint: judge.canPrint,
  };
}
