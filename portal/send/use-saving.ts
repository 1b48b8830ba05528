import { useState } from 'react';
import type { Download } from '../../functions/api/schemas.ts';
import type { FetchedFile } from '../api-request.ts';
import { saveBlob } from '../check/save-file.ts';

/** What the API hands out. */
type HandedOut = () => Promise<FetchedFile | Download>;

/** Takes what the API hands out. */
export interface Saving {
  readonly problem: unknown;
  /** Has the browser save it. */
  readonly save: (fetchFile: HandedOut) => Promise<void>;
  /** Shows it here; what is too large for that is saved. */
  readonly show: (fetchFile: HandedOut, here: (blob: Blob) => void) => Promise<void>;
}

/** Takes files, those too large for the API from the bucket; a failure is told by `problem`. */
export function useSaving(): Saving {
  const [problem, setProblem] = useState<unknown>(null);
  const take = async (fetchFile: HandedOut, use: (file: FetchedFile) => void): Promise<void> => {
    setProblem(null);
    try {
      const fetched = await fetchFile();
      if ('blob' in fetched) use(fetched);
      else window.location.assign(fetched.url);
    } catch (error) {
      setProblem(error);
    }
  };
  return {
    problem,
    save: (fetchFile) => take(fetchFile, saveBlob),
    show: (fetchFile, here) => take(fetchFile, ({ blob }) => here(blob)),
  };
}
