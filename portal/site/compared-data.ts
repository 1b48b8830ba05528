import type { SiteIndex } from '../../shared/publish/site-index.ts';
import type { PublishedTable } from '../../shared/publish/table-schema.ts';
import { fetched, leading, made, said } from './markup.ts';

/** Differences shown. */
const SHOWN = 20;

/** What the data inside a file of unknown bytes say, against the table that is public now. */
export async function comparedData(
  carried: PublishedTable,
  { publications }: SiteIndex,
): Promise<HTMLElement> {
  const found = publications.find(
    ({ title, status }) => status === 'current' && title === carried.title,
  );
  const key = found?.files.find(({ kind }) => kind === 'json')?.key ?? null;
  if (found === undefined || key === null) {
    return box(
      said('p', '本站现在没有公开这张表。', 'No such table is public here now.'),
      made('p', '', String(carried.title)),
    );
  }
  const page = leading(found.page, found.title);
  const differences = differencesOf(carried, await fetched<PublishedTable>(key));
  if (differences.length === 0) {
    return box(
      said('p', '所附数据与现行版一致。', 'The data inside are those of what stands.'),
      said(
        'p',
        '但文件本身不是公开的那一份，页面上的文字可能被改过：请以本站下载的为准。',
        'The file itself is another: what its pages show may have been changed. Rely on what is published here.',
      ),
      page,
    );
  }
  const { length } = differences;
  const items = differences.slice(0, SHOWN).map((text) => made('li', '', text));
  const list = made('ul', '', ...items);
  const heading = said(
    'p',
    `所附数据与现行版有 ${length} 处不同${length > SHOWN ? `，以下为前 ${SHOWN} 处` : ''}：`,
    `The data inside differ from what stands in ${length} places.`,
  );
  return box(heading, list, page);
}

const box = (...content: readonly HTMLElement[]): HTMLElement =>
  made('section', 'answer', said('h2', '文件所附数据', 'Data inside the file'), ...content);

/** Where the two say something else, row by row and column by column. */
function differencesOf(carried: PublishedTable, current: PublishedTable): readonly string[] {
  const rows = Math.max(carried.records.length, current.records.length);
  const found: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const [own, published] = [carried.records[row] ?? {}, current.records[row] ?? {}];
    for (const { field, title } of current.columns) {
      const [inFile, stands] = [own[field] ?? '', published[field] ?? ''];
      if (inFile !== stands) {
        found.push(`第 ${row + 1} 行“${title}”：文件 “${inFile}”，现行版 “${stands}”`);
      }
    }
  }
  return found;
}
