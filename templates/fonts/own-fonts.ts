import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Weight } from '../../shared/layout/metrics.ts';
import { type CheckedFont, checkFont, FontError } from './check-font.ts';
import type { FontFile } from './load-fonts.ts';
import type { Advances } from './metrics-table.ts';

/** A font that the operator dropped in. */
export interface OwnFont {
  readonly file: FontFile;
  readonly advances: Advances;
}

/** The fonts that the operator dropped in. */
export interface OwnFonts {
  /** Weight → the font that was chosen for it. */
  readonly chosen: Readonly<Partial<Record<Weight, OwnFont>>>;
  /** All of them as they are asked for what no font before them has: the extra ones first. */
  readonly all: readonly OwnFont[];
  /** Path of each file, `fonts.json` too: what has to be copied to take the fonts elsewhere. */
  readonly files: readonly string[];
}

/** The file that says what each font is for. */
const LIST = 'fonts.json';

/** A file beside `fonts.json`: nothing outside the folder is ever read. */
const fileName = z.string().regex(/^[^/\\]+$/, 'a file name without a folder');

const choice = z.union([
  fileName,
  z.strictObject({ file: fileName, face: z.int().nonnegative().exactOptional() }),
]);

const fontList = z.strictObject({
  /** 小标宋. */
  title: choice.exactOptional(),
  /** 黑体: attachment mark, column titles. */
  heading: choice.exactOptional(),
  /** 仿宋 or 宋体: everything else. */
  body: choice.exactOptional(),
  /** For characters that no other font has. */
  extra: z.array(choice).default([]),
});

type Choice = z.infer<typeof choice>;

/** What every report says: a font without it was chosen for the wrong purpose. */
const COMMON = '部门预算项目绩效自评表0123456789';

/**
 * Opens the fonts of a folder with a `fonts.json`. Throws FontError, which names the file and the remedy,
 * for one that is missing, damaged, of a kind that cannot be embedded, or not licensed for it.
 */
export function openOwnFonts(folder: string): OwnFonts {
  const { title, heading, body, extra } = readList(folder);
  const files = new Set([path.join(folder, LIST)]);
  const open = (chosen: Choice): OwnFont => {
    const { file, face = null } = typeof chosen === 'string' ? { file: chosen } : chosen;
    const bytes = readFont(folder, file);
    files.add(path.join(folder, file));
    return fontOf(checkFont(file, bytes, face), bytes);
  };
  const openFor = (weights: readonly Weight[], chosen: Choice | undefined) => {
    if (chosen === undefined) return {};
    const font = open(chosen);
    assertCommon(chosen, font);
    return Object.fromEntries(weights.map((weight) => [weight, font]));
  };
  const chosen: OwnFonts['chosen'] = {
    ...openFor(['regular'], body),
    ...openFor(['bold', 'sans'], heading),
    ...openFor(['black'], title),
  };
  const all = [...extra.map(open), ...new Set(Object.values(chosen))];
  return { chosen, all, files: [...files] };
}

function readList(folder: string): z.infer<typeof fontList> {
  const file = path.join(folder, LIST);
  const text = readText(file);
  const parsed = fontList.safeParse(text);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new FontError(
    `${file} 应写明字体：{"title": "小标宋.ttf", "heading": "黑体.ttf", "body": "仿宋.ttf", "extra": ["补充.ttf"]}，都可省略`,
    `${file} must say which file is title, heading, body, and extra (a list): ${where} ${issue?.message}`,
  );
}

function readText(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FontError(
      `字体目录中要有 JSON 文件 fonts.json，打不开：${file}`,
      `a folder of fonts needs a JSON file fonts.json: ${reason}`,
    );
  }
}

function readFont(folder: string, file: string): Uint8Array {
  try {
    return readFileSync(path.join(folder, file));
  } catch {
    throw new FontError(
      `${LIST} 中写的 ${file} 不在 ${folder} 中，请放进去或改名`,
      `${file} of ${LIST} is not in ${folder}: put it there or mend the name`,
    );
  }
}

const fontOf = ({ name, face, advances }: CheckedFont, bytes: Uint8Array): OwnFont => ({
  file: { name, face, read: () => bytes },
  advances,
});

function assertCommon(chosen: Choice, { advances }: OwnFont): void {
  const file = typeof chosen === 'string' ? chosen : chosen.file;
  const missing = [...COMMON].filter((one) => !advances.has(one.codePointAt(0) ?? 0));
  if (missing.length === 0) return;
  const named = missing.join('');
  throw new FontError(
    `${file}：缺少常用字“${named}”，不能作 title、heading 或 body；只补生僻字的字体请放在 extra`,
    `${file}: it lacks “${named}”, so it cannot be title, heading or body; a font for rare characters belongs in extra`,
  );
}
