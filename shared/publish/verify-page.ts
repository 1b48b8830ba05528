import { both, bothLink, page, type SiteFrame } from './page.ts';
import { SITE_KEYS } from './site-keys.ts';

/** The page that tells what a copy is, in the browser: nothing leaves the reader's machine. */
export function verifyPage(frame: SiteFrame): string {
  const body = `<p>${both(
    '选择手中的文件（PDF、Excel、CSV、JSON 或公开包），或输入纸质盖章稿上的校验码，即可知道它与本站公开的是否一致、是否仍然现行。文件只在您的浏览器中计算，不会上传。',
    'Choose a file, or type the check code of a stamped paper, to learn whether it is what was published here, and whether it still stands. Nothing is uploaded.',
  )}</p>
<form id="verify" class="verify" action="${SITE_KEYS.verify}" method="get">
<div id="drop" class="drop"><label for="file">${both('选择文件，或拖到这里', 'Choose a file, or drop it here')}</label>
<input id="file" type="file"></div>
<label for="asked">${both('或输入校验码、SHA-256、扫码所得的文字或网址', 'Or a check code, a SHA-256, or what a QR code says')}</label>
<div class="field"><input id="asked" name="asked" type="text" autocomplete="off" spellcheck="false" maxlength="500">
<button type="submit">${both('核验', 'Verify')}</button></div>
</form>
<noscript><p class="note">${both(
    '在线核验需要启用脚本。也可自行计算文件的 SHA-256，与该表网页“公开记录”或下列清单比较：',
    'Verifying here needs a script. You may compute the SHA-256 yourself and compare:',
  )} ${bothLink(SITE_KEYS.sums, 'SHA256SUMS', '')}</p></noscript>
<div id="answer" role="status" aria-live="polite"></div>
<h2>${both('其他核验方法', 'Other ways')}</h2>
<ul>
<li>${both('批量核对现行文件：', 'All current files at once:')} ${bothLink(SITE_KEYS.sums, 'SHA256SUMS', '')}（<code>sha256sum -c</code>）</li>
<li>${both(
    'PDF 所附数据与页面文字是否一致，逐格核对：',
    'Whether the data inside a PDF say what its pages show, cell by cell:',
  )} <code>jixiao extract 自评表.pdf</code></li>
<li>${both(
    '校验码与手中的公开数据是否对应：盖章稿上的校验码由表的全部内容和版次算出，任何人可以重算。',
    'Whether a check code is that of data at hand: it is computed from the whole table and its revision.',
  )} <code>jixiao verify-code 校验码 自评表.pdf --revision 版次</code></li>
</ul>`;
  return page({ title: '核验文件', top: '', trail: [], body, script: 'verify' }, frame);
}
