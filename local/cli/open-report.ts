import { NoReportError } from '../read-report/read-report.ts';
import { type VerifiedReport, verifyReport } from '../read-report/verify-report.ts';

/** What keeps a file from being taken as a report, in a sentence. */
export interface NotTaken {
  readonly problem: string;
}

/** A report of this program with the data that it carries, compared with its pages. */
export async function openReport(
  file: string,
  bytes: Uint8Array,
): Promise<VerifiedReport | NotTaken> {
  try {
    const verified = await verifyReport(bytes);
    const problem = `${file}：没有附带数据（草稿不附数据） / carries no data`;
    return verified ?? { problem };
  } catch (error) {
    if (!(error instanceof NoReportError)) throw error;
    const problem =
      `${file}：不是本程序生成的自评表 PDF，或已被改动，请向报送单位索取原件 / ` +
      `not a report of this program, or changed since (${error.message})`;
    return { problem };
  }
}

/** Says that data and pages of a report differ; null when they do not. */
export function differenceIn(file: string, { differences }: VerifiedReport): string | null {
  const [difference, ...others] = differences;
  if (difference === undefined) return null;
  const more = others.length === 0 ? '' : `（共 ${others.length + 1} 处）`;
  return `${file}：数据与版面文字不一致${more} / data and pages differ: ${difference}`;
}
