import type { SiteIndex } from '../../shared/publish/site-index.ts';
import { statusOfCopy } from '../../shared/publish/verify-copy.ts';
import { readStamp } from '../../shared/read-check-code.ts';
import { answerFor, troubleAnswer, unreadableAnswer } from './answers.ts';
import { carriedTable } from './carried-table.ts';
import { codeAnswer } from './code-answer.ts';
import { comparedData } from './compared-data.ts';
import { sha256Hex } from './digest.ts';
import { fetched, standing } from './markup.ts';

/* The verification page: a file, its hash or the check code of a paper against all that was ever published. */

const SHA256 = /(?:^|[^0-9a-f])([0-9a-f]{64})(?![0-9a-f])/i;

const form = standing<HTMLFormElement>('verify');
const drop = standing('drop');
const chosen = standing<HTMLInputElement>('file');
const typed = standing<HTMLInputElement>('asked');
const answer = standing('answer');

/** The newest question; an answer to an older one comes too late. */
let asked = 0;

/** Shows what `find` finds, unless something else was asked meanwhile. */
async function show(find: () => Promise<readonly HTMLElement[]>): Promise<void> {
  asked += 1;
  const mine = asked;
  answer.replaceChildren();
  const found = await find().catch(() => [troubleAnswer()]);
  if (mine === asked) answer.replaceChildren(...found);
}

const siteIndex = (): Promise<SiteIndex> => fetched<SiteIndex>('index.json');

const verifyText = (text: string): Promise<void> =>
  show(async () => {
    const hash = SHA256.exec(text)?.[1]?.toLowerCase();
    const stamp = hash === undefined ? readStamp(text) : null;
    if (stamp !== null) return [codeAnswer(stamp, await siteIndex())];
    if (hash === undefined) return [unreadableAnswer()];
    return [answerFor(statusOfCopy(hash, await siteIndex()), { name: null, hash })];
  });

const verifyFile = (file: File): Promise<void> =>
  show(async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const hash = await sha256Hex(bytes);
    const index = await siteIndex();
    const found = statusOfCopy(hash, index);
    const told = answerFor(found, { name: file.name, hash });
    const carried = found.status === 'unknown' ? carriedTable(bytes) : null;
    return carried === null ? [told] : [told, await comparedData(carried, index)];
  });

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void verifyText(typed.value);
});
chosen.addEventListener('change', () => {
  const file = chosen.files?.[0];
  if (file !== undefined) void verifyFile(file);
});
for (const kind of ['dragover', 'dragleave', 'drop'] as const) {
  document.addEventListener(kind, (event) => {
    // A file dropped beside the box would else be opened in place of the page.
    event.preventDefault();
    drop.classList.toggle('over', kind === 'dragover');
    const file = kind === 'drop' ? event.dataTransfer?.files[0] : undefined;
    if (file !== undefined) void verifyFile(file);
  });
}

const parameters = new URLSearchParams(location.search);
const given = ['sha256', 'code', 'asked'].map((name) => parameters.get(name) ?? '').find(Boolean);
if (given !== undefined) {
  typed.value = given;
  void verifyText(given);
}
