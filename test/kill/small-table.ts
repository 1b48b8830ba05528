import type { Sheet } from '../../shared/cells/cell.ts';
import { GOOD_ROW, sheetOf } from '../make-sheet.ts';
import type { Random } from '../simulation/random.ts';

/** A file to upload, and what must become of it. */
export interface SmallFile {
  readonly submitter: string;
  readonly body: Uint8Array;
  readonly status: 'accepted' | 'returned';
  /** Names of its projects, in order. */
  readonly projects: readonly string[];
}

/** What was sent: with a version if S3 said that it has it, without if the answer never came. */
export interface SentFile extends SmallFile {
  readonly key: string;
  readonly versionId: string | null;
}

const SUBMITTERS: Readonly<Record<string, string>> = {
  'LG-FGJ': '深圳市龙岗区发展和改革局',
  'LG-GXJ': '深圳市龙岗区工业和信息化局',
  'LG-TZTGS': '深圳市龙岗区投资推广署',
};

const PROJECTS = ['粮食储备', '节能改造', '物价监测', '信用建设'];

/** One of some three dozen tables of one to three projects; every fifth or so has a figure that is none. */
export function drawFile(random: Random): SmallFile {
  const submitter = random.pick(Object.keys(SUBMITTERS));
  const unit = SUBMITTERS[submitter] ?? '';
  const projects = PROJECTS.slice(random.below(2), 2 + random.below(3)).map(
    (name) => `${name}费用`,
  );
  const isWrong = random.chance(0.2);
  const rows = projects.map((projectName, index) => ({
    ...GOOD_ROW,
    serial: index + 1,
    unitName: unit,
    projectName,
    ...(isWrong && index === 0 && { budgetTotal: '三十五' }),
  }));
  const sheet = sheetOf(rows, { submitter: unit, title: `2021年度${unit}部门预算项目绩效自评表` });
  return {
    submitter,
    body: new TextEncoder().encode(csvOf(sheet)),
    status: isWrong ? 'returned' : 'accepted',
    projects,
  };
}

/** A sheet as a spreadsheet saves it to CSV: what shows, each line as long as the others. */
function csvOf({ rows }: Sheet): string {
  const width = Math.max(...[...rows.values()].flatMap((cells) => [...cells.keys()]));
  const lines = Array.from({ length: Math.max(...rows.keys()) }, (_, line) => {
    const cells = rows.get(line + 1);
    const texts = Array.from({ length: width }, (_, column) => cells?.get(column + 1)?.text ?? '');
    return texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
  });
  return lines.join('\r\n');
}
