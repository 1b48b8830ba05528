import { fieldTitle } from '../../../templates/form.ts';
import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** A filled column bears its official title: one that only resembles it is not read. */
export const columnTitlesOfficial = defineRule({
  id: 'column-titles-official',
  number: 'E8',
  severity: 'error',
  scope: 'table',
  title: { zh: '栏名与官方表式一致', en: 'Filled columns bear their official titles' },
  message: {
    zh: ({ found, expected }: TitleParams) =>
      `您表里写的是“${found}”，官方表式是“${expected}”。是不是同一栏不能替您猜，这一栏没有读入。请把栏名改成官方的再上传；若确是另一栏，请移出自评表。`,
    en: ({ found, expectedEn }) =>
      `The title reads “${found}”, the official form has “${expectedEn}”. The column was not read: restore the official title.`,
  },
  example: { found: '项目实施单位', expected: '单位名称', expectedEn: 'Unit' },
  *check(table, { form }) {
    for (const { text: found, at, field } of table.misnamedColumns) {
      const title = fieldTitle(form, field);
      yield { at: inTable(table, at), params: { found, expected: title.zh, expectedEn: title.en } };
    }
  },
});

type TitleParams = { found: string; expected: string; expectedEn: string };
