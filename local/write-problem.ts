import type { Text } from '../shared/locale.ts';

const FORBIDDEN: Text = { zh: '没有写入权限', en: 'no permission to write' };

/** By the system's code. */
const PROBLEMS: Readonly<Record<string, Text>> = {
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EEXIST: { zh: '路径上已有同名文件', en: 'a file is in the way' },
  EISDIR: { zh: '那里是文件夹', en: 'it is a folder' },
  ENOENT: { zh: '那里不能新建', en: 'nothing can be made there' },
  ENAMETOOLONG: { zh: '名称过长', en: 'the name is too long' },
};

/** Why a file or folder could not be made, from the system's error. */
export function writeProblem(error: unknown): Text {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return PROBLEMS[code] ?? { zh: code, en: code };
}
