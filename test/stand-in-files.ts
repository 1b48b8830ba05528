import type { ReadResult } from '../shared/cells/read-result.ts';
import type { Printer } from '../shared/ports.ts';
import { publicWorkbook } from '../shared/publish/public-workbook.ts';
import type { SummaryDetail } from '../shared/sheets/summary-input.ts';
import { type SiteAssets, siteAsset } from '../shared/site.ts';
import { GOOD_ROW, sheetOf, type Typed } from './make-sheet.ts';
import type { AllPorts } from './memory-ports.ts';

/* What stands for workbooks, PDFs and a site's assets where only their contents matter. */

/**
 * What a file in these tests holds: its rows, as changes to a good one. `submitter` of the first names the
 * department above the table.
 */
export type FileRows = readonly Readonly<Record<string, Typed>>[];

/** Anything as bytes. */
export const encode = (value: unknown): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(value));

/** Reads such a file as the table that it stands for. */
export function readRows(bytes: Uint8Array): ReadResult {
  const rows = JSON.parse(new TextDecoder().decode(bytes)) as FileRows | 'JPEG';
  if (rows === 'JPEG') {
    return { ok: false, refusal: { kind: 'not-a-workbook', looksLike: 'image' } };
  }
  const filled = rows.map((row, index) => ({ ...GOOD_ROW, serial: index + 1, ...row }));
  const submitter = rows[0]?.['submitter'];
  const options = {
    title: '2021年度部门预算项目绩效自评表',
    ...(typeof submitter === 'string' ? { submitter } : {}),
  };
  return { ok: true, sheets: [sheetOf(filled, options)] };
}

/** Instead of workbooks and PDFs: what they would say of whom. */
export const standInOutputs = (): Pick<AllPorts, 'workbooks'> & { readonly printer: Printer } => ({
  workbooks: {
    feedback: async ({ findings, sentBack }) => {
      const rules = findings.map(({ rule }) => rule);
      return encode(sentBack === undefined ? rules : [sentBack, ...rules]);
    },
    corrected: async ({ correction: { changes } }) => encode(changes.map(({ after }) => after)),
    summary: async (_, details) => saidOf(details),
    details: async (_, { submission, records }) =>
      encode([submission.submitter.code, ...records.map(({ texts }) => texts['projectName'])]),
    published: async (masked, form) => encode(publicWorkbook(masked, form)),
  },
  printer: {
    print: async ({ records }) => encode(records.map(({ texts }) => texts['projectName'])),
    printStamped: async ({ records }, _, revision) =>
      encode([revision, ...records.map(({ texts }) => texts['projectName'])]),
    printDraft: async ({ submitter, records }) =>
      encode(['草稿', submitter.name, ...records.map(({ texts }) => texts['projectName'])]),
  },
});

const asset = (name: string, extension: 'css' | 'js' | 'svg') =>
  siteAsset(name, extension, new TextEncoder().encode(`/* ${name} */`));

export const STAND_IN_ASSETS: SiteAssets = {
  style: asset('site', 'css'),
  search: asset('search', 'js'),
  verify: asset('verify', 'js'),
  icon: asset('icon', 'svg'),
};

async function* saidOf(details: AsyncIterable<SummaryDetail>): AsyncGenerator<Uint8Array> {
  const said: unknown[] = [];
  for await (const { submission, records } of details) {
    said.push({
      submitter: submission.submitter.code,
      revision: submission.current.revision,
      projects: records.map(({ texts }) => texts['projectName']),
    });
  }
  yield encode(said);
}
