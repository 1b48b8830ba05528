import type { System } from './system.ts';

/** Whoever waits for an upload is told how it ended, and never told otherwise. */
export function* noticeProblems({ world, unsent }: System): Iterable<string> {
  const told = new Map<string, Set<string>>();
  for (const { uploadId, status } of world.notices) {
    told.set(uploadId, (told.get(uploadId) ?? new Set()).add(status));
  }
  for (const [id, { upload }] of world.tables.uploads) {
    // What was told of an upload that is purged was so when it was told.
    if (upload.outcome === null || upload.status === 'purged') continue;
    const statuses = [...(told.get(id) ?? [])];
    if (statuses.length === 0 && !unsent.has(id)) yield `nobody was told of ${upload.versionId}`;
    for (const status of statuses) {
      if (status === upload.status) continue;
      yield `${upload.versionId} was told as ${status} and is ${upload.status}`;
    }
  }
}
