import { useEffect, useState } from 'react';
import type { UploadStatusAnswer } from '../../functions/api/schemas.ts';
import type { ApiClient } from '../api-client.ts';
import { NetworkLost } from '../api-request.ts';

/** Milliseconds before a lost connection is tried again. */
const TRY_AGAIN = 2_000;

/** An upload as far as it is known. */
export interface WatchedUpload {
  readonly upload: UploadStatusAnswer | null;
  readonly isReconnecting: boolean;
  readonly problem: unknown;
}

/** Watches an upload until nothing more is to come; a lost network is waited for. */
export function useWatched(id: string, api: ApiClient): WatchedUpload {
  const [watched, setWatched] = useState<WatchedUpload>(NOTHING_KNOWN);
  useEffect(() => {
    const stop = new AbortController();
    setWatched(NOTHING_KNOWN);
    watch(id, api, stop.signal, (news) => {
      if (!stop.signal.aborted) setWatched((known) => ({ ...known, ...news }));
    });
    return () => stop.abort();
  }, [id, api]);
  return watched;
}

const NOTHING_KNOWN: WatchedUpload = { upload: null, isReconnecting: false, problem: null };

async function watch(
  id: string,
  api: ApiClient,
  signal: AbortSignal,
  tell: (news: Partial<WatchedUpload>) => void,
): Promise<void> {
  let tag: string | null = null;
  while (!signal.aborted) {
    try {
      const news = await api.watch(id, tag, signal);
      if (news !== null) {
        tag = news.tag;
        tell({ upload: news.upload });
      }
      tell({ isReconnecting: false });
      if (news?.upload.isSettled) return;
    } catch (problem) {
      if (signal.aborted) return;
      if (!(problem instanceof NetworkLost)) return tell({ problem });
      tell({ isReconnecting: true });
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
    }
  }
}
