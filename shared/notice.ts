import type { Text } from './locale.ts';
import type { FindingCounts } from './rules/finding.ts';
import { STATUS_NAMES } from './status-names.ts';
import type { Upload, UploadOutcome } from './upload.ts';

/**
 * What unit and finance are told when an upload reaches its status (通知): ids and counts, never what
 * a cell or a file's name says. Its id marks it: another notice with the same one is the same notice.
 */
export interface Notice {
  readonly uploadId: string;
  /** Null in all three when the key names no submission. */
  readonly period: string | null;
  readonly unit: string | null;
  readonly revision: number | null;
  readonly status: UploadOutcome['status'];
  readonly rows: number;
  readonly counts: FindingCounts;
  /** The same bytes were sent before. */
  readonly repeated: boolean;
  readonly superseded: boolean;
  /** S3 event time of the upload, ISO 8601. */
  readonly receivedAt: string;
}

/** What is told of an upload that ends so. */
export const noticeOf = (upload: Upload, outcome: UploadOutcome): Notice => ({
  uploadId: upload.id,
  period: upload.submission?.period ?? null,
  unit: upload.submission?.submitter ?? null,
  revision: upload.revision,
  status: outcome.status,
  rows: outcome.rows,
  counts: outcome.counts,
  repeated: outcome.duplicateOf !== null,
  superseded: outcome.superseded,
  receivedAt: upload.eventTime,
});

/** A notice as a message. */
export interface NoticeMessage {
  /** One line of ASCII, shorter than 100 characters: mail gateways take no more. */
  readonly subject: string;
  /** Chinese, then English. */
  readonly text: string;
  /** Subscribers filter by them; a name without a value is left out. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Puts a notice into words: what became of the upload, its counts, and what is to be done. */
export function noticeMessage(notice: Notice): NoticeMessage {
  const { uploadId, period, unit, status } = notice;
  const { zh, en } = wording(notice);
  return {
    subject: ['Jixiao', period, unit, status].filter((part) => part !== null).join(' '),
    text: `${zh}\n\n${en}\n\n上传件编号（同号的通知是同一条） / upload id (notices with the same one are one): ${uploadId}\n`,
    attributes: {
      uploadId,
      status,
      ...(period !== null && { period }),
      ...(unit !== null && { unit }),
    },
  };
}

function wording(notice: Notice): Text {
  const place = placeOf(notice);
  const name = STATUS_NAMES[notice.status];
  const counts = countsOf(notice);
  const asked = whatToDo(notice);
  const remarks = remarksOn(notice);
  const lines = (of: (text: Text) => string, head: string): string =>
    [head, ...[counts, ...remarks, asked].map(of)].filter((line) => line !== '').join('\n');
  return {
    zh: lines(({ zh }) => zh, `${place.zh}：${name.zh}`),
    en: lines(({ en }) => en, `${place.en}: ${name.en}`),
  };
}

const placeOf = ({ period, unit, revision }: Notice): Text =>
  period === null
    ? { zh: '存放位置不对的文件', en: 'A file in the wrong place' }
    : {
        zh: `${period} 年度 ${unit} 第 ${revision} 版`,
        en: `${period} ${unit} revision ${revision}`,
      };

/** Empty for a failure: its one finding is about us. */
const countsOf = ({ status, rows, counts: { errors, warnings, hints } }: Notice): Text =>
  status === 'failed'
    ? { zh: '', en: '' }
    : {
        zh: `${rows} 个项目；错误 ${errors}，警告 ${warnings}，提示 ${hints}。`,
        en: `Projects: ${rows}; errors: ${errors}, warnings: ${warnings}, hints: ${hints}.`,
      };

function remarksOn({ repeated, superseded }: Notice): readonly Text[] {
  const remarks: Text[] = [];
  if (repeated) {
    remarks.push({
      zh: '内容与之前上传的文件相同，沿用之前的结果。',
      en: 'The same bytes were sent before: their result stands.',
    });
  }
  if (superseded) {
    remarks.push({
      zh: '已有更新的版次被接收，自评表和汇总表以更新的版次为准。',
      en: 'A newer revision is accepted already: report and summary stay with that one.',
    });
  }
  return remarks;
}

function whatToDo({ status, rows, counts, period }: Notice): Text {
  if (status === 'failed') {
    return {
      zh: '请稍后重新上传同一文件；仍不成功请联系财政部门。',
      en: 'Upload the same file again later; if that fails too, ask the finance bureau.',
    };
  }
  if (period === null) {
    return {
      zh: '请上传到 uploads/年度/单位代码/ 之下。',
      en: 'Upload it below uploads/<period>/<unit code>/.',
    };
  }
  if (status === 'returned') {
    return rows === 0
      ? {
          zh: '没有读到可用的自评表：请查看校验结果，改正后重新上传。之前已接收的版次不受影响。',
          en: 'No table could be used: see the findings and upload a corrected file. What was accepted before still stands.',
        }
      : {
          zh: '请打开反馈表，改正标出的单元格后重新上传。之前已接收的版次不受影响。',
          en: 'Open the feedback workbook, mend the marked cells and upload again. What was accepted before still stands.',
        };
  }
  return counts.warnings === 0
    ? { zh: '请等待审核，无须操作。', en: 'Nothing to do: it waits for review.' }
    : {
        zh: '请在反馈表中查看警告，需要时说明或改正后再传；不改也可等待审核。',
        en: 'See the warnings in the feedback workbook; explain or mend them and upload again, or wait for review.',
      };
}
