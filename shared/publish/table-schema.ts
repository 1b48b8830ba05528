import * as z from 'zod';

/** A published table as JSON: see `printedJson`. */
const publicTable = z
  .object({
    title: z.string(),
    form: z.string().describe('表式 / id of the form'),
    period: z.string().describe('年度 / fiscal year'),
    submitter: z.string().describe('报送主体 / name of the department or unit'),
    attachment: z.string().nullable(),
    unit: z.string().describe('金额单位 / what amounts are stated in'),
    remark: z.string().nullable(),
    columns: z
      .array(z.object({ field: z.string(), title: z.string() }))
      .describe('栏目，自左至右 / columns from left to right'),
    records: z
      .array(z.record(z.string(), z.string()))
      .describe('各项目：栏目 → 印出的文字；依法不予公开的照此写明 / field → text as printed'),
  })
  .describe('部门预算项目绩效自评表 / a published self-evaluation table');

/** The JSON Schema document of published tables. */
export function tableSchemaText(): string {
  text ??= `${JSON.stringify(z.toJSONSchema(publicTable), null, 2)}\n`;
  return text;
}

/** Made when first asked for: it goes with every index. */
let text: string | null = null;
