import type { RecordSet } from '../shared/records/record.ts';

/** So many records: those of the set again and again, numbered on. */
export const repeated = (recordSet: RecordSet, rows: number): RecordSet => ({
  ...recordSet,
  records: Array.from({ length: rows }, (_, index) => ({
    ...(recordSet.records[index % recordSet.records.length] as RecordSet['records'][number]),
    number: index + 1,
  })),
});
