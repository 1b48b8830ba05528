import { useCallback } from 'react';
import type { FindingsReport } from '../../shared/findings-report.ts';
import { type Fetched, useFetched } from '../send/use-fetched.ts';
import { useSession } from '../session/session.tsx';

/** What the rules found in a file. */
export type Found = Pick<FindingsReport, 'findings' | 'lines'>;

const TOO_LARGE: Found = { findings: [], lines: [] };

/**
 * What the rules found in an upload. Of a file too large for the API nothing is shown in the page: it is
 * offered to be downloaded. Null for no upload.
 */
export function useFindings(uploadId: string | null): Fetched<Found> {
  const { api } = useSession();
  const fetchFindings = useCallback(async (): Promise<Found> => {
    if (uploadId === null) return TOO_LARGE;
    const output = await api.output(uploadId, 'findings');
    return 'blob' in output ? (JSON.parse(await output.blob.text()) as Found) : TOO_LARGE;
  }, [api, uploadId]);
  return useFetched(fetchFindings);
}
