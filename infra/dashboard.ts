import { Duration, type Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { METRICS } from '../functions/metric-names.ts';
import type { WorkQueue } from './work-queue.ts';

/** What the dashboard shows. */
export interface Watched {
  readonly functions: readonly lambda.Function[];
  readonly queues: readonly WorkQueue[];
}

const STATUSES = ['accepted', 'returned', 'failed'] as const;
const TIMES = [METRICS.secondsToReport, METRICS.secondsToSummary];
const HALF = 12;
const FIVE_MINUTES = Duration.minutes(5);

/** A metric of the product itself, as its functions write it into their logs. */
export const ownMetric = (
  stack: Stack,
  metricName: string,
  props: Partial<cloudwatch.MetricProps> = {},
): cloudwatch.Metric =>
  new cloudwatch.Metric({
    namespace: METRICS.namespace,
    metricName,
    period: FIVE_MINUTES,
    statistic: 'sum',
    ...props,
    dimensionsMap: { service: stack.stackName, ...props.dimensionsMap },
  });

/** One page: what came in, how long it took, what waits, and what breaks; in this order from the top. */
export function systemDashboard(stack: Stack, { functions, queues }: Watched): void {
  new cloudwatch.Dashboard(stack, 'Dashboard', {
    widgets: [
      [
        graph('上传件 / uploads by status', uploads(stack)),
        graph('秒 / seconds to outputs', times(stack)),
      ],
      [
        graph(
          '最久等待（秒） / age of the oldest message',
          queues.map(({ queue }) => age(queue)),
        ),
        graph('排队 / messages waiting', queues.flatMap(waiting)),
      ],
      [
        graph('函数出错、受限 / errors and throttles', functions.flatMap(troubles)),
        graph('函数用时（毫秒） / durations, p95', functions.map(duration)),
      ],
      [graph('校验问题 / findings by rule, a day', [findings(stack)], 2 * HALF)],
    ],
  });
}

const graph = (
  title: string,
  left: cloudwatch.IMetric[],
  width: number = HALF,
): cloudwatch.GraphWidget => new cloudwatch.GraphWidget({ title, left, width });

const uploads = (stack: Stack): cloudwatch.IMetric[] =>
  STATUSES.map((status) =>
    ownMetric(stack, METRICS.uploads, { dimensionsMap: { status }, label: status }),
  );

const times = (stack: Stack): cloudwatch.IMetric[] => [
  ...STATUSES.map((status) =>
    ownMetric(stack, METRICS.secondsToResult, {
      dimensionsMap: { status },
      statistic: 'p95',
      label: `${status} p95`,
    }),
  ),
  ...TIMES.map((name) => ownMetric(stack, name, { statistic: 'p95', label: `${name} p95` })),
];

const age = (queue: WorkQueue['queue']): cloudwatch.IMetric =>
  queue.metricApproximateAgeOfOldestMessage({ label: queue.node.id, statistic: 'max' });

const waiting = ({ queue, deadLetters }: WorkQueue): cloudwatch.IMetric[] =>
  [queue, deadLetters].map((each) =>
    each.metricApproximateNumberOfMessagesVisible({ label: each.node.id, statistic: 'max' }),
  );

const troubles = (watched: lambda.Function): cloudwatch.IMetric[] => [
  watched.metricErrors({ label: `${watched.node.id} errors` }),
  watched.metricThrottles({ label: `${watched.node.id} throttles` }),
];

const duration = (watched: lambda.Function): cloudwatch.IMetric =>
  watched.metricDuration({ label: watched.node.id, statistic: 'p95' });

/** A search, so that a rule which never found anything needs no line. */
const findings = (stack: Stack): cloudwatch.IMetric =>
  new cloudwatch.SearchExpression({
    expression: `SEARCH('{${METRICS.namespace},rule,service} MetricName="${METRICS.findings}" service="${stack.stackName}"', 'Sum', 86400)`,
    label: '',
    period: Duration.days(1),
  });
