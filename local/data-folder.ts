import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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
  /** Lets another system have it. */
  readonly release: () => void;
}

/** Says what the folder is, and how it is laid out. */
const MARK = 'jixiao.json';
const LAYOUT = 1;

/**
 * Opens the folder, or makes it. Throws StartError when it belongs to something else, to another
 * layout, or to a system that is running.
 */
export function openDataFolder(folder: string): DataFolder {
  const root = path.resolve(folder);
  assertOurs(root);
  mkdirSync(path.join(root, 'logs'), { recursive: true });
  const release = hold(root);
  writeFileSync(path.join(root, MARK), `${JSON.stringify({ layout: LAYOUT })}\n`);
  return {
    path: root,
    tables: path.join(root, 'tables'),
    queues: path.join(root, 'queues'),
    objects: path.join(root, 'objects.db'),
    logs: path.join(root, 'logs'),
    release,
  };
}

function assertOurs(root: string): void {
  if (!existsSync(root) || readdirSync(root).length === 0) return;
  const mark = path.join(root, MARK);
  if (!existsSync(mark)) {
    throw new StartError(
      `${root} 不是本系统的数据目录，请用 --data 另指一个空目录`,
      `${root} is not a data folder of this system: name an empty one with --data`,
    );
  }
  if (layoutOf(mark) !== LAYOUT) throw damaged(root);
}

function layoutOf(mark: string): unknown {
  try {
    return JSON.parse(readFileSync(mark, 'utf8')).layout;
  } catch {
    return undefined;
  }
}

/**
 * Holds a lock that the operating system takes back when this process ends, however it ends: a
 * transaction in a database made for the purpose.
 */
function hold(root: string): () => void {
  try {
    const lock = new DatabaseSync(path.join(root, 'lock.db'));
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
