import * as z from 'zod';

const text = z.string();

/** A published table as JSON: see `printedJson`. */
const publishedTable = z
  .object({
    title: text,
    form: text.describe('表式 / id of the form'),
    period: text.describe('年度 / fiscal year'),
    submitter: text.describe('报送主体 / name of the department or unit'),
    attachment: text.nullable(),
    unit: text.describe('金额单位 / what amounts are stated in'),
    remark: text.nullable(),
    columns: z
      .array(z.object({ field: text, title: text }))
      .describe('栏目，自左至右 / columns from left to right'),
    records: z
      .array(z.record(text, text))
      .describe('各项目：栏目 → 印出的文字；依法不予公开的照此写明 / field → text as printed'),
  })
  .describe('部门预算项目绩效自评表 / a published self-evaluation table');

/** A published table, read back from its file. */
export type PublishedTable = z.infer<typeof publishedTable>;

/** Reads a published table from the bytes of its JSON file. Throws for anything else. */
export const readTable = (bytes: Uint8Array): PublishedTable =>
  publishedTable.parse(JSON.parse(new TextDecoder().decode(bytes)));

/** Every project of a period as JSON: see `projectsJson`. */
const publishedProjects = z
  .object({
    period: text.describe('年度 / fiscal year'),
    columns: z
      .array(z.object({ field: text, title: text }))
      .describe('各表栏目之并集 / the columns of all tables'),
    projects: z
      .array(
        z.object({
          submitter: text.describe('报送主体代码 / code of the department or unit'),
          name: text.describe('报送主体 / its name'),
          page: text.describe('所在网页 / where it stands in the site'),
          record: z.record(text, text).describe('栏目 → 印出的文字 / field → text as printed'),
        }),
      )
      .describe('各表的全部项目 / every project of every table'),
  })
  .describe('全年公开项目 / everything published of a fiscal year');

/** Schema → its document, made when first asked for: it goes with every index. */
const DOCUMENTS = new Map<z.ZodType, string>();

function document(schema: z.ZodType): string {
  const made = DOCUMENTS.get(schema) ?? `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
  DOCUMENTS.set(schema, made);
  return made;
}

/** The JSON Schema document of published tables. */
export const tableSchemaText = (): string => document(publishedTable);

/** The JSON Schema document of a period's projects. */
export const projectsSchemaText = (): string => document(publishedProjects);
