/**
 * Calls that come while a run is under way share the next one, which begins when that has ended: each
 * gets a run that began after its call.
 */
export function sharedRuns(run: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    next ??= underWay.then(() => {
      next = null;
      const running = run();
      // Whoever shares it hears of its failure; the next one begins all the same.
      underWay = running.catch(() => {});
      return running;
    });
    return next;
  };
}
