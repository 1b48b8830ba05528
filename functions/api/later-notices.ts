import type { Logger } from '@aws-lambda-powertools/logger';
import type { Notices } from '../../shared/ports.ts';
import type { Environment } from '../environment.ts';

/** Notices of decisions. What sends them is loaded with the first: few requests tell anybody anything. */
export function laterNotices(
  environment: Environment,
  logger: Logger,
): Pick<Notices, 'sendReview' | 'unsent'> {
  let loaded: Notices | null = null;
  return {
    async sendReview(notice) {
      loaded ??= await load(environment, logger);
      await loaded.sendReview(notice);
    },
    unsent: (notice, error) => loaded?.unsent(notice, error),
  };
}

async function load(environment: Environment, logger: Logger): Promise<Notices> {
  const [{ liveNotices }, { emfMeasures }] = await Promise.all([
    import('../live-notices.ts'),
    import('../measures.ts'),
  ]);
  return liveNotices(environment, logger, emfMeasures(environment.SYSTEM_NAME));
}
