import { maskedRecords } from '../../shared/publish/mask-records.ts';
import { publicFiles } from '../../shared/publish/public-files.ts';
import type { ProjectRecord, RecordSet } from '../../shared/records/record.ts';
import type { CellPlace } from '../../shared/submission-review.ts';
import type { RevisionKey } from '../../shared/upload.ts';
import { knownForm } from '../../templates/forms.ts';
import type { AllPorts } from '../memory-ports.ts';
import { plantedIn } from './sent-files.ts';

/** A revision that an act on record has made public. */
export interface Edition extends RevisionKey {
  readonly masks: readonly CellPlace[];
  /** What of all that is planted it shows, and what its masks hide. */
  readonly shown: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  /** Keys of the files it must consist of: a function of its records and masks, and of nothing else. */
  readonly files: Promise<ReadonlySet<string>>;
  /** The same, once it is known. */
  keys: ReadonlySet<string>;
  /** What took it out of the public again; null while nothing has. */
  ended: 'withdrawn' | 'replaced' | null;
}

/** An edition of records as they are stored now; null of one that was purged in this instant. */
export function editionOf(
  key: RevisionKey,
  recordSet: RecordSet | null,
  masks: readonly CellPlace[],
  ports: Pick<AllPorts, 'printer' | 'workbooks' | 'site' | 'assets'>,
): Edition {
  const records = recordSet?.records ?? [];
  const files = recordSet === null ? NO_FILES : keysOf(key, recordSet, masks, ports);
  const edition: Edition = {
    ...key,
    masks,
    shown: new Set(records.flatMap((record) => plantedBy(record, masks, false))),
    hidden: new Set(records.flatMap((record) => plantedBy(record, masks, true))),
    files,
    keys: new Set(),
    ended: null,
  };
  void files.then((keys) => {
    edition.keys = keys;
  });
  return edition;
}

const NO_FILES = Promise.resolve(new Set<string>());

/** Worked out once: what is made of the same records is the same. */
const MADE = new Map<string, Promise<ReadonlySet<string>>>();

function keysOf(
  { period, submitter }: RevisionKey,
  recordSet: RecordSet,
  masks: readonly CellPlace[],
  ports: Pick<AllPorts, 'printer' | 'workbooks' | 'site' | 'assets'>,
): Promise<ReadonlySet<string>> {
  const name = JSON.stringify([submitter, recordSet, masks.map(({ row, field }) => [row, field])]);
  const known = MADE.get(name);
  if (known !== undefined) return known;
  const form = knownForm(recordSet.form);
  const made = publicFiles(
    { period, submitter },
    maskedRecords(recordSet, masks, form),
    form,
    ports,
  ).then((files) => new Set(files.map(({ file }) => file.key)));
  MADE.set(name, made);
  return made;
}

/** What is planted in the cells of a project that are masked, or in all the others. */
function plantedBy(
  { source, texts, amounts }: ProjectRecord,
  masks: readonly CellPlace[],
  masked: boolean,
): readonly string[] {
  const isMasked = (field: string): boolean =>
    masks.some((mask) => mask.row === source.row && mask.field === field);
  const cells = [
    ...Object.entries(texts),
    ...Object.entries(amounts).map(([field, fen]) => [field, String(fen)] as const),
  ];
  return cells
    .filter(([field]) => isMasked(field) === masked)
    .flatMap(([, content]) => plantedIn(content));
}
