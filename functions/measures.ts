import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Notice } from '../shared/notice.ts';
import { countByRule, type Finding } from '../shared/rules/finding.ts';
import { METRICS } from './metric-names.ts';

/** Counts and times, written into the log as lines that CloudWatch turns into metrics (EMF). */
export interface Measures {
  readonly uploadEnded: (notice: Pick<Notice, 'status' | 'receivedAt'>) => void;
  readonly judged: (findings: readonly Pick<Finding, 'rule'>[]) => void;
  /** `receivedAt`: when the upload that is printed was received, ISO 8601. */
  readonly reportPrinted: (receivedAt: string) => void;
  /** `receivedAt`: when the newest upload in it was received, ISO 8601. */
  readonly summaryWritten: (receivedAt: string) => void;
  readonly noticeUnsent: () => void;
}

/** The measures of the installation of that name. What happens twice is counted twice. */
export function emfMeasures(system: string, now: () => number = Date.now): Measures {
  const metrics = new Metrics({ namespace: METRICS.namespace, serviceName: system });
  const one = (dimensions: Readonly<Record<string, string>> = {}): Metrics => {
    const single = metrics.singleMetric();
    for (const [name, value] of Object.entries(dimensions)) single.addDimension(name, value);
    return single;
  };
  const since = (moment: string): number => Math.max(0, (now() - Date.parse(moment)) / 1000);
  return {
    uploadEnded({ status, receivedAt }) {
      one({ status }).addMetric(METRICS.uploads, MetricUnit.Count, 1);
      const seconds = since(receivedAt);
      one({ status }).addMetric(METRICS.secondsToResult, MetricUnit.Seconds, seconds);
    },
    judged(findings) {
      for (const [rule, count] of Object.entries(countByRule(findings))) {
        one({ rule }).addMetric(METRICS.findings, MetricUnit.Count, count);
      }
    },
    reportPrinted(receivedAt) {
      one().addMetric(METRICS.secondsToReport, MetricUnit.Seconds, since(receivedAt));
    },
    summaryWritten(receivedAt) {
      one().addMetric(METRICS.secondsToSummary, MetricUnit.Seconds, since(receivedAt));
    },
    noticeUnsent() {
      one().addMetric(METRICS.unsentNotices, MetricUnit.Count, 1);
    },
  };
}
