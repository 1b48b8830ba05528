import type { Heaviness } from '../../cells/read-result.ts';
import type { Text } from '../../locale.ts';

/** What a message about a heavy file is made from; empty and 0 where nothing is known. */
export type HeavyParams = { why: string; limit: number; sheet: string; cell: string };

/** The same in both languages: what is wrong, and what to do about it. */
type Cause = (params: HeavyParams) => Text;

const COPY: Text = {
  zh: '请新建一个工作簿，只复制填好的表格（不要选中整行整列），另存为 .xlsx 再上传。',
  en: 'Copy just the filled table (no whole rows or columns) into a new workbook, save as .xlsx and upload that.',
};

const SAVE_ANEW: Text = {
  zh: '请在 Excel 或 WPS 中打开原表，另存为新的 .xlsx 再上传。',
  en: 'Open the original in Excel or WPS, save it as a new .xlsx and upload that.',
};

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

const placeIn = ({ sheet, cell }: HeavyParams): Text => ({
  zh: `${sheet === '' ? '' : `工作表“${sheet}”的`} ${cell} `.trimEnd(),
  en: `${sheet === '' ? 'the sheet' : `sheet “${sheet}”`}${cell === '' ? '' : `, cell ${cell}`}`,
});

const CAUSES: Readonly<Record<Heaviness, Cause>> = {
  'inflated-size': ({ limit }) => ({
    zh: `文件展开后超过 ${megabytes(limit)} MB，远大于一张自评表，已停止读取。${COPY.zh}`,
    en: `Once opened the file has more than ${megabytes(limit)} MB, far more than such a table, so reading was stopped. ${COPY.en}`,
  }),
  'inflation-ratio': ({ limit }) => ({
    zh: `文件展开后是原来的 ${limit} 倍以上，不像一张自评表，已停止读取。${COPY.zh}`,
    en: `Once opened the file is more than ${limit} times its size, unlike any table, so reading was stopped. ${COPY.en}`,
  }),
  'false-size': () => ({
    zh: `文件内部写明的大小与实际不符，已停止读取。${SAVE_ANEW.zh}`,
    en: `The sizes stated inside the file are false, so reading was stopped. ${SAVE_ANEW.en}`,
  }),
  entries: ({ limit }) => ({
    zh: `文件内部有 ${limit} 个以上的部件（图片、附件、对象等），已停止读取。${COPY.zh}`,
    en: `The file holds more than ${limit} parts (pictures, attachments, objects), so reading was stopped. ${COPY.en}`,
  }),
  sheets: ({ limit }) => ({
    zh: `工作簿有 ${limit} 张以上的工作表，已停止读取。请只保留自评表所在的工作表，另存为 .xlsx 再上传。`,
    en: `The workbook has more than ${limit} sheets, so reading was stopped. Keep the sheet with the table only, save as .xlsx and upload again.`,
  }),
  rows: (params) => ({
    zh: `${placeIn(params).zh} 还有内容，超出第 ${params.limit} 行，已停止读取。请选中表格以下多余的行，右键“删除”（不只是清除内容），保存后再上传。`,
    en: `There is something beyond row ${params.limit}: ${placeIn(params).en}; reading was stopped. Select the surplus rows below the table, delete them (clearing is not enough), save and upload again.`,
  }),
  projects: (params) => ({
    zh: `工作表“${params.sheet}”的自评表有 ${params.limit} 个以上的项目，超出一份报送的上限。请按单位分开，由各单位分别报送；如果从 ${params.cell} 起的行不是项目，请删除这些行再上传。`,
    en: `The table on sheet “${params.sheet}” has more than ${params.limit} projects, the most that one submission may hold. Let each unit send its own, or delete the surplus rows, from ${params.cell} on.`,
  }),
  columns: (params) => ({
    zh: `${placeIn(params).zh} 还有内容，超出第 ${params.limit} 列，已停止读取。请选中表格右侧多余的列，右键“删除”（不只是清除内容），保存后再上传。`,
    en: `There is something beyond column ${params.limit}: ${placeIn(params).en}; reading was stopped. Select the surplus columns right of the table, delete them (clearing is not enough), save and upload again.`,
  }),
  cells: ({ limit }) => ({
    zh: `文件里的单元格超过 ${limit} 个，已停止读取。${COPY.zh}`,
    en: `The file holds more than ${limit} cells, so reading was stopped. ${COPY.en}`,
  }),
  merges: (params) => ({
    zh: `工作表“${params.sheet}”的合并单元格过多或范围过大（见 ${params.cell}），已停止读取。请取消多余的合并，只保留表格本身的，保存后再上传。`,
    en: `Sheet “${params.sheet}” has too many or too large merged ranges (see ${params.cell}), so reading was stopped. Unmerge all but those of the table, save and upload again.`,
  }),
  'shared-strings': ({ limit }) => ({
    zh: `文件里的文字超过 ${limit} 段，已停止读取。${COPY.zh}`,
    en: `The file holds more than ${limit} texts, so reading was stopped. ${COPY.en}`,
  }),
  styles: ({ limit }) => ({
    zh: `文件里的单元格样式超过 ${limit} 种（多因反复从别的文件粘贴），已停止读取。请新建一个工作簿，用“选择性粘贴—数值”复制表格，另存为 .xlsx 再上传。`,
    en: `The file holds more than ${limit} cell styles, as pasting from other files leaves them, so reading was stopped. Copy the table into a new workbook with “paste values”, save as .xlsx and upload that.`,
  }),
  'cell-text': ({ limit }) => ({
    zh: `有一个单元格的文字超过 ${limit} 字，已停止读取。请精简这段文字（或检查是否误把整个文件粘进了一个单元格），保存后再上传。`,
    en: `One cell holds more than ${limit} characters, so reading was stopped. Shorten the text (was a whole file pasted into one cell?), save and upload again.`,
  }),
  text: () => ({
    zh: `文件里的文字过多，远超一张自评表，已停止读取。${COPY.zh}`,
    en: `The file holds far more text than such a table, so reading was stopped. ${COPY.en}`,
  }),
  time: () => ({
    zh: `打开文件用时过长，不像一张自评表，已停止读取。${COPY.zh}`,
    en: `Opening the file takes too long for such a table, so reading was stopped. ${COPY.en}`,
  }),
  memory: () => ({
    zh: `文件展开后占用内存过多，不像一张自评表，已停止读取。${COPY.zh}`,
    en: `Once opened the file takes too much memory for such a table, so reading was stopped. ${COPY.en}`,
  }),
};

/** What to tell of a heavy file; findings are stored, so the cause may be of an older version. */
export const causeOf = (params: HeavyParams): Text =>
  Object.hasOwn(CAUSES, params.why)
    ? CAUSES[params.why as Heaviness](params)
    : CAUSES.memory(params);
