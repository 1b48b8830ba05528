import { both, bothLink, page, type SiteFrame } from './page.ts';
import { SITE_KEYS } from './site-keys.ts';

/** The page that tells what a copy is, in the browser: nothing leaves the reader's machine. */
export function verifyPage(frame: SiteFrame): string {
  const body = `<p>${both(
    '选择手中的文件（PDF、Excel、CSV、JSON 或公开包），即可知道它是否与本站公开的一致、是否仍然现行。文件只在您的浏览器中计算，不会上传。',
    'Choose a file to learn whether it is what was published here, and whether it still stands. Nothing is uploaded.',
  )}</p>
<form id="verify" class="verify" action="${SITE_KEYS.verify}" method="get">
<div id="drop" class="drop"><label for="file">${both('选择文件，或拖到这里', 'Choose a file, or drop it here')}</label>
<input id="file" type="file"></div>
<label for="sha256">${both('或输入 SHA-256、扫码所得的网址', 'Or a SHA-256, or an address from a QR code')}</label>
<div class="field"><input id="sha256" name="sha256" type="text" autocomplete="off" spellcheck="false" maxlength="500">
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
    '盖章稿上的校验码对应报送的记录，由财政部门用 jixiao verify-code 核对；盖章稿本身不在此公开。',
    'The check code of a stamped copy is for the finance bureau to verify; stamped copies are not published.',
  )}</li>
</ul>`;
  return page({ title: '核验文件', top: '', trail: [], body, script: 'verify' }, frame);
}
