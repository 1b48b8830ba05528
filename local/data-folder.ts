import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder, makeNamedFolder } from './make-folder.ts';
import { StartError } from './start-error.ts';

/** Where the local system keeps everything. Held by one system at a time. */
export interface DataFolder {
  readonly path: string;
  /** DynamoDB's tables. */
  readonly tables: string;
  /** Queues and the bytes of objects. */
  readonly queues: string;
  /** The gateway's database: versions of objects, messages not yet delivered. */
  readonly objects: string;
  /** What the functions print. */
  readonly logs: string;
  /** Says that everything is in it: from now on, a part that is missing is damage. */
  readonly made: () => void;
  /** Lets another system have it. */
  readonly release: () => void;
}

/** Says what the folder is, and how it is laid out. */
const MARK = 'jixiao.json';
const NEW_MARK = 'jixiao.json.new';
const LAYOUT = 1;

interface Mark {
  readonly layout: number;
  /** False while the first start has not made everything. */
  readonly made?: boolean;
}

/** Made before the mark, so a kill may leave them alone in the folder. */
const LOCK = 'lock.db';
const BEFORE_MARK = [LOCK, NEW_MARK];

/** Never missing nor empty once everything was made: whoever opens them would make them anew, empty. */
const PARTS = ['objects.db', 'queues/fauxqs.db', 'tables/CURRENT'];

/**
 * Opens the folder, or makes it. Throws StartError when it belongs to something else, to another
 * layout, or to a system that is running, and when a part of it is missing.
 */
export function openDataFolder(folder: string): DataFolder {
  const root = path.resolve(folder);
  makeNamedFolder(root, '--data');
  assertOurs(root);
  const release = hold(root);
  if (!existsSync(path.join(root, MARK))) writeMark(root, { layout: LAYOUT, made: false });
  makeFolder(path.join(root, 'logs'));
  return {
    path: root,
    tables: path.join(root, 'tables'),
    queues: path.join(root, 'queues'),
    objects: path.join(root, 'objects.db'),
    logs: path.join(root, 'logs'),
    made: () => writeMark(root, { layout: LAYOUT, made: true }),
    release,
  };
}

function assertOurs(root: string): void {
  const names = readdirSync(root);
  if (names.every((name) => BEFORE_MARK.includes(name))) return;
  if (!names.includes(MARK)) {
    throw new StartError(
      `${root} 不是本系统的数据目录，请用 --data 另指一个空目录`,
      `${root} is not a data folder of this system: name an empty one with --data`,
    );
  }
  const { layout, made } = readMark(root);
  if (layout !== LAYOUT) throw damaged(root);
  if (made !== false && !PARTS.every((part) => hasContent(path.join(root, part)))) {
    throw damaged(root);
  }
}

function readMark(root: string): Mark {
  try {
    const { layout, made } = JSON.parse(readFileSync(path.join(root, MARK), 'utf8'));
    return { layout, made };
  } catch (error) {
    throw damaged(root, error);
  }
}

/** In one step, so that a kill leaves either mark whole. */
function writeMark(root: string, mark: Mark): void {
  writeFileSync(path.join(root, NEW_MARK), `${JSON.stringify(mark)}\n`);
  renameSync(path.join(root, NEW_MARK), path.join(root, MARK));
}

const hasContent = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

/**
 * Holds a lock that the operating system takes back when this process ends, however it ends: a
 * transaction in a database made for the purpose.
 */
function hold(root: string): () => void {
  try {
    const lock = new DatabaseSync(path.join(root, LOCK));
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    if (!String(error).includes('database is locked')) throw damaged(root, error);
    throw new StartError(
      `另一个本机系统正在使用数据目录 ${root}，请先停止它，或用 --data 另指目录`,
      `another local system is using the data folder ${root}: stop it first, or name another with --data`,
      error,
    );
  }
}

/** What is said when the folder cannot be read; nothing in it is touched. */
export const damaged = (root: string, cause?: unknown): StartError =>
  new StartError(
    `数据目录 ${root} 无法读取，可能已损坏或来自其他版本：请恢复备份，或移走后重新启动`,
    `the data folder ${root} cannot be read, it may be damaged or of another version: restore a backup, or move it away and start again`,
    cause,
  );
