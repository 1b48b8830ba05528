import type { FormDefinition } from '../templates/form.ts';
import { checkCode } from './check-code.ts';
import type { Stamp } from './layout/stamp.ts';
import { SITE_KEYS } from './publish/site-keys.ts';
import { printedTable } from './records/printed-table.ts';
import type { RecordSet } from './records/record.ts';

/** Where a check code is answered; null for what an installation does not have. */
export interface CodePlaces {
  /** Address of the public site, with a slash at its end: it answers for what is or was public. */
  readonly site: string | null;
  /** Where the portal is, without a slash at its end: it answers those who may see the unit. */
  readonly portal: string | null;
}

const NOWHERE: CodePlaces = { site: null, portal: null };

/** What the stamped copy of a record set prints; `revision` is null where none is known. */
export function stampOf(
  records: RecordSet,
  form: FormDefinition,
  revision: number | null,
  places: CodePlaces = NOWHERE,
): Stamp {
  const code = checkCode(printedTable(records, form), revision);
  return { revision, code, address: codeAddress(code, records, revision, places) };
}

/** What the QR code opens. The public site comes first: whoever holds the paper need not sign in there. */
function codeAddress(
  code: string,
  { period, submitter }: RecordSet,
  revision: number | null,
  { site, portal }: CodePlaces,
): string | null {
  const plain = code.replaceAll('-', '');
  if (site !== null) return `${site}${SITE_KEYS.verify}?code=${plain}`;
  if (portal === null || submitter.code === null || revision === null) return null;
  return `${portal}/codes/${period}/${submitter.code}/${revision}/${plain}`;
}
