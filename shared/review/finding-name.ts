import type { FindingAddress } from '../rules/finding.ts';

/** What names a line or a finding among all of its revision: rule and cause, and where it stands first. */
export const findingName = ({
  group,
  at,
}: {
  readonly group: string;
  readonly at: Pick<FindingAddress, 'sheet' | 'cell'>;
}): string => `${group}@${at.sheet ?? ''}!${at.cell ?? ''}`;
