import { createHash } from 'node:crypto';
import type { Text } from '../../shared/locale.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** As the form looks that leads here; a digest of 64 letters breaks where the screen ends. */
const STYLE = `body { margin: 0; background: #f2f5f8; color: #1f2933; font: 16px/1.7 "Microsoft YaHei", SimSun, sans-serif; }
main { max-width: 560px; margin: 40px auto; padding: 20px 28px 26px; background: #fff; border: 1px solid #c5ced8; border-top: 4px solid #1d4f7c; overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font-size: 22px; }`;

/** Nothing is loaded and nothing runs; of styles only this one holds. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'; sandbox`;

/** A page of plain lines, for browsers without script; whatever it is told stands there as text. */
export const page = (status: number, title: Text, lines: readonly string[]): Response =>
  new Response(
    `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title.zh)}</title>
<style>${STYLE}</style>
<main>
<h1>${escaped(title.zh)} <span lang="en">${escaped(title.en)}</span></h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</main>
</html>
`,
    {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': POLICY,
      },
    },
  );
