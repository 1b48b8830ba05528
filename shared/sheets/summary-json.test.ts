import { describe, expect, test } from 'vitest';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { unitInTwoTables } from '../../test/summary-cases.ts';
import type { SummaryDetail, SummaryInput } from './summary-input.ts';
import { summaryJson, summarySchema, summarySchemaDocument } from './summary-json.ts';
import { summaryOfRecords } from './summary-of-records.ts';

const all = [sample2020(), sample2021()].map(({ form, recordSet }) => ({
  form,
  recordSet,
  revision: 1,
  receivedAt: '2022-05-06T09:08:07.000Z',
  fileName: '自评表.xlsx',
}));
const source = summaryOfRecords({ id: '2021', budgetBasis: '未注明' }, all);

async function parsed(input: SummaryInput, details: AsyncIterable<SummaryDetail> | null) {
  let text = '';
  for await (const piece of summaryJson(input, details)) text += piece;
  return summarySchema.parse(JSON.parse(text));
}

describe('summary.json', () => {
  test('holds every project as it is stored, in the order of the submissions', async () => {
    const { submissions } = await parsed(source.input, source.details());
    expect(submissions.map(({ projects }) => projects)).toEqual(
      all.map(({ recordSet }) => recordSet.records),
    );
    expect(submissions[1]?.current?.totals.budget.total).toBe(24_271_730_000);
  });

  test('a submission without an accepted revision stands among the others, without projects', async () => {
    const [first, second] = source.input.submissions;
    const none = { submitter: { code: 'LG-AAA', name: '某局' }, latest: null, current: null };
    const input = { ...source.input, submissions: [first!, none, second!] };
    const { submissions } = await parsed(input, source.details());
    expect(submissions.map(({ projects }) => projects?.length)).toEqual([33, 0, 26]);
  });

  test('without details the projects are said to lie elsewhere', async () => {
    const { submissions } = await parsed(source.input, null);
    expect(submissions.map(({ projects }) => projects)).toEqual([null, null]);
  });

  test('a submission whose rows do not come is an error, not a gap', async () => {
    async function* onlyFirst(): AsyncGenerator<SummaryDetail> {
      for await (const detail of source.details()) {
        yield detail;
        return;
      }
    }
    await expect(parsed(source.input, onlyFirst())).rejects.toThrow('no rows came');
  });

  test('nothing is written that the schema beside it does not name', async () => {
    const twice = summaryOfRecords({ id: '2021', budgetBasis: '未注明' }, unitInTwoTables());
    let text = '';
    for await (const piece of summaryJson(twice.input, twice.details())) text += piece;
    expect(await parsed(twice.input, twice.details())).toEqual(JSON.parse(text));
    const document = summarySchemaDocument() as Record<string, unknown>;
    expect(document['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys(document['properties'] as object)).toEqual(Object.keys(JSON.parse(text)));
  });
});
