import { type SiteReply, textReply } from './exchange.ts';

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>门户尚未构建 / the portal is not built</title>
<style>body{font:1rem/1.7 sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style>
<h1>门户尚未构建</h1>
<p>接口已在 <code>/api/</code> 运行，但网页文件还没有生成。请运行 <code>npm run build:portal</code>，再重新启动 <code>npm start</code>。</p>
<h1 lang="en">The portal is not built</h1>
<p lang="en">The API runs below <code>/api/</code>, but there are no pages yet. Run <code>npm run build:portal</code>, then start <code>npm start</code> again.</p>
</html>
`;

const NOTHING_PUBLISHED = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>公开网站尚未生成 / the public site is not written yet</title>
<h1>公开网站正在生成，请稍候刷新</h1>
<h1 lang="en">The public site is being written: reload in a moment</h1>
</html>
`;

/** What is shown instead of pages that are not there: of the portal, or of the public site. */
export const notBuilt = (isPortal: boolean): SiteReply =>
  textReply(503, isPortal ? PAGE : NOTHING_PUBLISHED, 'text/html; charset=utf-8');
