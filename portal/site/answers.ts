import type { CopyStatus } from '../../shared/publish/verify-copy.ts';
import { dayInChina } from '../../shared/severity.ts';
import { leading, made, said } from './markup.ts';

/** What was asked about: a file by its name, or a hash alone. */
export interface Asked {
  readonly name: string | null;
  readonly hash: string;
}

/** What the site says of a copy, as a box to show. */
export function answerFor(found: CopyStatus, { name, hash }: Asked): HTMLElement {
  const about = made('p', '', name === null ? '' : `${name} `, made('code', '', `SHA-256 ${hash}`));
  return made('section', `answer ${found.status}`, ...contentOf(found), about);
}

function contentOf(found: CopyStatus): readonly HTMLElement[] {
  if (found.status === 'unknown') return unknown();
  const stands = said(
    'p',
    '与本站公开的完全一致，没有改动过，也没有更新的版本。',
    'It is what was published, byte by byte, and it still stands.',
  );
  return standingOf(found, stands);
}

/** How something that is or was public stands; `stands` says what that means of what was asked about. */
export function standingOf(
  found: Exclude<CopyStatus, { status: 'unknown' }>,
  stands: HTMLElement,
): readonly HTMLElement[] {
  const { title, edition, publishedAt, endedAt, endedReason, page } = found.publication;
  const what = made(
    'p',
    '',
    leading(page, title),
    `（第 ${edition} 版，${dayInChina(publishedAt)} 公开）`,
  );
  const ended = dayInChina(endedAt ?? publishedAt);
  if (found.status === 'current') return [said('h2', '现行', 'Current'), stands, what];
  if (found.status === 'withdrawn') {
    return [
      said('h2', `已于 ${inWords(ended)}撤回`, `Withdrawn on ${ended}`),
      made('p', '', `撤回原因：${endedReason ?? '—'}`),
      said('p', '曾经公开，现已不作数，请勿引用。', 'It was public once and counts no more.'),
      what,
    ];
  }
  return [
    said('h2', `已被 ${inWords(ended)}更正版替代`, `Replaced on ${ended}`),
    ...correction(found.by),
    what,
  ];
}

function correction(by: Extract<CopyStatus, { status: 'replaced' }>['by']): readonly HTMLElement[] {
  if (by === null) {
    return [said('p', '更正版其后也已撤回。', 'What took its place was withdrawn since.')];
  }
  const changes = leading(`${by.page}#changes`, said('span', '更正了什么', 'What changed'));
  return [
    made('p', '', `更正原因：${by.reason ?? '—'}`),
    made('p', '', changes, '　', leading(by.page, said('span', '打开现行版', 'What stands now'))),
  ];
}

/** `2022-04-01` → 2022年4月1日. */
function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const unknown = (): readonly HTMLElement[] => [
  said('h2', '未找到', 'Not found'),
  said(
    'p',
    '本站从未公开过这样一份文件：它不是本站的文件，或者被改动过。另存、打印成 PDF、压缩、转换格式都会改动文件。',
    'No such file was ever published here: it is another, or it was changed. Saving anew, printing or converting changes a file.',
  ),
  made(
    'ul',
    '',
    made('li', '', leading('index.html', said('span', '从本站重新下载', 'Take it from this site'))),
    said(
      'li',
      '盖章稿的文件、报送时的表格不在此公开；盖章稿请输入纸上的校验码，或扫描校验码旁的二维码。',
      'Stamped copies and tables as they were sent are not published here: type the check code on the paper.',
    ),
    said(
      'li',
      '若有人以此冒充公开的自评表，请向公开该表的部门反映。',
      'If somebody passes it off as published, tell the department it names.',
    ),
  ),
];

/** What is told of something that names no hash. */
export const unreadableAnswer = (): HTMLElement =>
  made(
    'section',
    'answer',
    said('h2', '没有可核验的内容', 'Nothing to verify'),
    said(
      'p',
      '校验码形如 K7QM-2XPD-9RTA；SHA-256 是 64 位十六进制数字；回执上的网址请直接打开，那里写有报表的 SHA-256。',
      'A check code looks like K7QM-2XPD-9RTA, a SHA-256 has 64 hexadecimal digits. Open the address of a receipt.',
    ),
  );

/** What is told when the site's index cannot be had or the file cannot be read. */
export const troubleAnswer = (): HTMLElement =>
  made(
    'section',
    'answer',
    said('h2', '暂时无法核验', 'It cannot be verified now'),
    said(
      'p',
      '没有取到本站的公开记录，或读不出所选的文件，请重试。',
      'The index could not be had, or the file not be read: try again.',
    ),
  );
