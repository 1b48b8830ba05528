import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImpactPageAnswer } from '../../functions/api/impact-schemas.ts';
import { ApiProblem } from '../api-request.ts';
import { useSession } from '../session/session.tsx';
import { begunTrial, type ImpactTrial, type PolicyDraft, withPage } from './impact-trial.ts';

/** Trying policies on what was filed in a period. */
export interface Trying {
  /** Null before the first one. */
  readonly trial: ImpactTrial | null;
  /** `basedOn`: digest of the settings that hold. */
  readonly start: (tried: PolicyDraft, basedOn: string) => void;
  readonly goOn: () => void;
  readonly stop: () => void;
}

/** Goes page by page, as fast as the API lets it, until the end or until it is stopped. */
export function useImpactTrial(period: string): Trying {
  const { api } = useSession();
  const [trial, setTrial] = useState<ImpactTrial | null>(null);
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const run = async (from: ImpactTrial): Promise<void> => {
    stop();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    let at: ImpactTrial = { ...from, state: 'running', problem: null };
    setTrial(at);
    try {
      while (at.state === 'running') {
        const { tried, after } = at;
        at = withPage(
          at,
          await patiently(() => api.impact(period, { ...tried, after }, signal), signal),
        );
        setTrial(at);
      }
    } catch (problem) {
      setTrial({ ...at, state: 'stopped', problem: signal.aborted ? null : problem });
    }
  };
  return {
    trial,
    start: (tried, basedOn) => void run(begunTrial(tried, basedOn)),
    goOn: () => trial !== null && void run(trial),
    stop,
  };
}

/** Asks, and asks again after a while where the API wants one to wait. */
async function patiently(
  ask: () => Promise<ImpactPageAnswer>,
  signal: AbortSignal,
): Promise<ImpactPageAnswer> {
  for (;;) {
    try {
      return await ask();
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.waitSeconds === null) throw problem;
      await pause(problem.waitSeconds * 1000, signal);
    }
  }
}

/** Resolves after so many milliseconds; rejects when it is stopped. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Error('stopped'));
    });
  });
