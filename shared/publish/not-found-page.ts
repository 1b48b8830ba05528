import { both, bothLink, list, page, type SiteFrame } from './page.ts';
import { SITE_KEYS } from './site-keys.ts';

/** What stands where nothing is: a file that was corrected or withdrawn, or an address mistyped. */
export function notFoundPage(frame: SiteFrame): string {
  // It is shown under whatever address was asked for, so its links begin at the top.
  const top = frame.site.address === null ? '/' : new URL(frame.site.address).pathname;
  const body = `<p>${both(
    '这个地址没有内容。文件更正或撤回后，原文件即撤下；该表的网页地址不变，并说明更正、撤回的时间和原因。',
    'Nothing is here. A file goes when it is corrected or withdrawn; the page of its table stays, and says when and why.',
  )}</p>
${list([
  bothLink(top + SITE_KEYS.start, '从首页查找', 'Start'),
  bothLink(top + SITE_KEYS.verify, '核验手中的旧文件', 'Verify a copy you have'),
])}`;
  return page({ title: '找不到', top, trail: [], body }, frame);
}
