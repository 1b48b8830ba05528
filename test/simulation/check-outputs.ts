import type { FindingsReport } from '../../shared/findings-report.ts';
import { reportKey, revisionFolder, stampedKey } from '../../shared/outputs.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import type { Upload } from '../../shared/upload.ts';
import { receivedUpload } from '../../shared/upload-id.ts';
import { projectsPrinted } from './stand-ins.ts';
import { storedProjects } from './stored-projects.ts';
import type { Sent, System } from './system.ts';

/** What is written agrees with what was sent and stored. */
export function* outputProblems(system: System): Iterable<string> {
  for (const sent of system.sent) {
    const upload = system.world.tables.uploads.get(receivedUpload(sent.event).id)?.upload;
    if (upload?.outcome == null) continue;
    yield* findingsProblems(system, upload);
    if (upload.status === 'accepted' && upload.outcome.duplicateOf === null) {
      yield* contentProblems(system, sent, upload);
    }
  }
}

/** Outputs outside the folders of uploads that are recorded and of periods that exist. */
export function* ownerlessOutputs({ world }: System): Iterable<string> {
  const { tables, outputs } = world;
  const revisions = [...tables.revisions.values()].flat().map(({ revision }) => revision);
  const folders = [
    ...revisions.map(revisionFolder),
    ...[...tables.uploads.keys()].map((id) => `unfiled/${id}`),
    ...[...tables.periods.keys()].map((period) => `summaries/${period}`),
  ];
  for (const key of outputs.keys()) {
    if (!folders.some((folder) => key.startsWith(`${folder}/`))) yield `${key} belongs to nobody`;
  }
}

function* findingsProblems(system: System, { versionId, outcome }: Upload): Iterable<string> {
  const { outputs } = system.world;
  for (const key of Object.values(outcome?.outputs ?? {})) {
    if (!outputs.has(key)) yield `${key} of ${versionId} is not there`;
  }
  const text = outputs.get(outcome?.outputs.findings ?? '');
  if (text === undefined) return;
  const { errors, warnings, hints } = JSON.parse(text) as FindingsReport;
  if (JSON.stringify({ errors, warnings, hints }) !== JSON.stringify(outcome?.counts)) {
    yield `findings.json of ${versionId} has other counts than its upload`;
  }
}

function* contentProblems(
  { world }: System,
  { file }: Sent,
  { submission, revision, outcome, versionId }: Upload,
): Iterable<string> {
  if (file === 'JPEG' || submission === null || revision === null) {
    yield `${versionId} was accepted without a table`;
    return;
  }
  const key = { ...submission, revision };
  const sentProjects = JSON.stringify(file.map(({ projectName }) => projectName));
  const says = (what: string, projects: string | undefined): string[] =>
    projects === sentProjects ? [] : [`${what} of ${versionId} holds ${projects}`];
  const rows = storedProjects(world, `${key.period}/${key.submitter}/${revision}`);
  yield* says('the store', JSON.stringify(rows));
  const records = JSON.parse(world.outputs.get(outcome?.outputs.records ?? '') ?? 'null');
  const { records: written = [] } = (records ?? {}) as Partial<RecordSet>;
  yield* says('records.json', JSON.stringify(written.map(({ texts }) => texts['projectName'])));
  const report = world.outputs.get(reportKey(revisionFolder(key)));
  if (report !== undefined) yield* says('report.pdf', JSON.stringify(projectsPrinted(report)));
  const stamped = world.outputs.get(stampedKey(revisionFolder(key)));
  const expected = JSON.stringify([revision, ...file.map(({ projectName }) => projectName)]);
  if (report !== undefined && stamped !== expected) {
    yield `stamped.pdf of ${versionId} holds ${stamped}`;
  }
}
