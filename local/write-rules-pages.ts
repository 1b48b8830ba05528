import { writeFileSync } from 'node:fs';
import { rulesPages } from './rules-pages.ts';

/* `npm run docs:rules`: writes the pages on the rules anew from the catalogue. */

for (const [name, page] of Object.entries(rulesPages())) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), page);
}
