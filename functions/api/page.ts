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

/** A page of plain lines, for browsers without script; whatever it is told stands there as text. */
export const page = (status: number, title: Text, lines: readonly string[]): Response =>
  new Response(
    `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title.zh)}</title>
<h1>${escaped(title.zh)} <span lang="en">${escaped(title.en)}</span></h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</html>
`,
    { status, headers: { 'content-type': 'text/html; charset=utf-8' } },
  );
