import type { SiteIndex } from '../../shared/publish/site-index.ts';
import { statusOfCode, withoutCode } from '../../shared/publish/verify-copy.ts';
import type { ReadStamp } from '../../shared/read-check-code.ts';
import { standingOf } from './answers.ts';
import { leading, made, said } from './markup.ts';

/** What the site says of a stamped copy by the check code on it, as a box to show. */
export function codeAnswer(read: ReadStamp, index: SiteIndex): HTMLElement {
  const { code, place } = read;
  const found = statusOfCode(code, index);
  const about = made('p', '', '校验码 ', made('code', '', code));
  if (found.status === 'unknown') {
    const withheld = place === null ? null : withoutCode(place, index);
    const content =
      withheld === null ? unknown() : [...notTold(), leading(withheld.page, withheld.title)];
    const kind = withheld === null ? 'answer unknown' : 'answer';
    return made('section', kind, ...content, about);
  }
  const { name, stamped } = found.publication;
  const revision = stamped?.revision ?? '';
  const stands = said(
    'p',
    '盖有这个校验码的纸质稿，与现在公开的这张表出自同一份记录，没有更新的版本。',
    'The paper with this code is of the record that is public now.',
  );
  const whose = made('p', '', `单位：${name}　报送版次：${revision}`);
  return made(
    'section',
    `answer ${found.status}`,
    ...standingOf(found, stands),
    whose,
    compare(),
    about,
  );
}

/** The code can be copied onto any paper. */
const compare = (): HTMLElement =>
  said(
    'p',
    '校验码只说明对应哪一份记录，不能证明纸上没有改动：请把纸上的文字和数与上面的表逐项核对。',
    'The code names a record and proves no paper: compare what is printed with the table above.',
  );

const WITHHELD_ZH =
  '含有依法不予公开内容的表，其校验码不在此公布：校验码由全部内容算出，公布了就能用它逐个试出被遮蔽的内容。';
const WITHHELD_EN =
  'Codes of tables with masked cells are not told here: what is masked could be guessed with them.';

const notTold = (): readonly HTMLElement[] => [
  said('h2', '不在此核验', 'Not told here'),
  said('p', WITHHELD_ZH, WITHHELD_EN),
  said(
    'p',
    '请向公开该表的部门或财政部门核对，他们登录系统即可查询。',
    'Ask the department or the finance bureau, who can look it up.',
  ),
];

const unknown = (): readonly HTMLElement[] => [
  said('h2', '未找到', 'Not found'),
  said(
    'p',
    '本站公开过的表中没有这个校验码。可能是：',
    'No table published here has this code. Maybe:',
  ),
  made(
    'ul',
    '',
    said(
      'li',
      '这份盖章稿对应的版次没有公开，或尚未公开；',
      'its revision was never published, or is not yet;',
    ),
    said('li', WITHHELD_ZH, WITHHELD_EN),
    said('li', '校验码输错了，或不是本系统出具的。', 'it was mistyped, or is not of this system.'),
  ),
  said(
    'p',
    '需要核对的，请向该单位或财政部门提出，他们登录系统即可查询。',
    'Ask the unit or the finance bureau, who can look it up.',
  ),
];
