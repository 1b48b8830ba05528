import { type Preview, previewOf } from '../../../shared/publish/preview.ts';
import { printedTable } from '../../../shared/records/printed-table.ts';
import { loadRecordSet } from '../../../shared/store/load-record-set.ts';
import { fieldTitle, headerCells, headerDepth, leaves } from '../../../templates/form.ts';
import { knownForm } from '../../../templates/forms.ts';
import { attachment, json } from '../answer.ts';
import { type UnitGiven, unitRoute } from '../guarded-routes.ts';
import { publicationAnswer } from '../publication-answer.ts';
import { previewSchema, publicationSchema, tableSchema } from '../publication-schemas.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { revisionNumber } from './revision-number.ts';

const UNIT = '/api/periods/{period}/units/{unit}';

/** Bytes that go through the API. */
const DIRECT_BYTES = 4 * 1024 * 1024;

/** What is or is to be public of what a unit sent. */
export const publicationRoutes: readonly Route[] = [
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: `${UNIT}/publication`,
    title: { zh: '公开情况', en: 'What is public, and what is to be' },
    answer: {
      status: 200,
      says: {
        zh: '拟公开的版次、沿用的遮蔽、期限、地址、历次公开',
        en: 'The revision to publish, masks to confirm, days left, address and editions',
      },
      schema: publicationSchema,
    },
    problems: [],
    handle: async ({ api: { ports }, submission, unit, period }) =>
      json(publicationSchema, await publicationAnswer(submission, unit, period, ports)),
  }),
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: `${UNIT}/revisions/{revision}/table`,
    title: { zh: '一版的表', en: 'The table of a revision' },
    answer: {
      status: 200,
      says: { zh: '官方表头下的各行，未遮蔽', en: 'Its lines under the official header, unmasked' },
      schema: tableSchema,
    },
    problems: ['not-there'],
    handle: answerTable,
  }),
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: `${UNIT}/revisions/{revision}/preview`,
    title: { zh: '公开预览（网页）', en: 'The page, before it is public' },
    answer: {
      status: 200,
      says: { zh: '网页，及更正的逐格差异', en: 'The page, and what an erratum changes' },
      schema: previewSchema,
    },
    problems: ['not-there'],
    async handle(given) {
      const { page, erratum } = await givenPreview(given);
      return json(previewSchema, {
        page,
        erratum:
          erratum === null
            ? null
            : { cells: [...erratum.cells], added: [...erratum.added], dropped: erratum.dropped },
      });
    },
  }),
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: `${UNIT}/revisions/{revision}/preview/report`,
    title: { zh: '公开预览（PDF）', en: 'The report, before it is public' },
    answer: {
      status: 200,
      says: { zh: '遮蔽后的自评表', en: 'The masked report' },
      types: ['application/pdf'],
    },
    problems: ['not-there', 'preview-too-large'],
    async handle(given) {
      const { edition } = await givenPreview(given);
      const bytes = await given.api.ports.printer.print(edition.masked, edition.form);
      if (bytes.length > DIRECT_BYTES) throw new Refusal('preview-too-large');
      return new Response(Buffer.from(bytes), {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': attachment('公开预览.pdf'),
        },
      });
    },
  }),
];

async function givenPreview({
  api: { ports },
  submission,
  params,
}: UnitGiven<unknown, unknown>): Promise<Preview> {
  const key = { ...submission, revision: revisionNumber(params) };
  const preview = await previewOf(key, ports.clock.now().toISOString(), ports);
  if (preview === null) throw new Refusal('not-there');
  return preview;
}

async function answerTable({
  api: { ports },
  submission,
  params,
}: UnitGiven<unknown, unknown>): Promise<Response> {
  const key = { ...submission, revision: revisionNumber(params) };
  const table = (await ports.submissions.revision(key))?.verdict?.accepted?.table;
  if (table === undefined) throw new Refusal('not-there');
  const recordSet = await loadRecordSet(key, table, ports.submissions);
  const form = knownForm(table.form);
  const printed = printedTable(recordSet, form);
  return json(tableSchema, {
    revision: key.revision,
    title: printed.title,
    amountUnit: printed.unit,
    sheet: recordSet.records[0]?.source.sheet ?? '',
    header: headerCells(form.columns).map((cell) => ({ ...cell })),
    headerRows: headerDepth(form.columns),
    columns: leaves(form.columns).map(({ field, type, align, weight }) => ({
      ...{ field, type, align, weight },
      title: fieldTitle(form, field),
    })),
    lines: recordSet.records.map(({ source }, index) => ({
      row: source.row,
      texts: [...(printed.rows[index] ?? [])],
    })),
  });
}
