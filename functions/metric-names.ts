/**
 * What is counted and timed, as CloudWatch knows it. Each metric has the dimension `service`, the name of
 * the installation; those with a second one say so. None is named for a unit or a file: every value of
 * a dimension is a metric to be paid for.
 */
export const METRICS = {
  namespace: 'Jixiao',
  /** Uploads that reached their status; by `status`. */
  uploads: 'Uploads',
  /** Seconds from the upload to its status, findings and feedback; by `status`. */
  secondsToResult: 'SecondsToResult',
  /** Seconds from the upload to its printed report. */
  secondsToReport: 'SecondsToReport',
  /** Seconds from the newest upload in a summary to that summary. */
  secondsToSummary: 'SecondsToSummary',
  /** Findings of judged tables; by `rule`, of which there are as many as the catalogue lists. */
  findings: 'Findings',
  /** Notices that could not be sent. */
  unsentNotices: 'UnsentNotices',
} as const;
