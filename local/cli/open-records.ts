import * as z from 'zod';
import type { RecordSet } from '../../shared/records/record.ts';
import { recordSetSchema } from '../../shared/records/record-schema.ts';
import { openFile } from './open-files.ts';
import { UsageError } from './usage-error.ts';

/** A record set of `--previous` or `--from`. */
export function openRecords(file: string): RecordSet {
  try {
    return recordSetSchema.parse(JSON.parse(new TextDecoder().decode(openFile(file))));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      throw new UsageError(`${file} 不是 records.json / is not a records.json`);
    }
    throw error;
  }
}
