import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { afterEvent, type CheckState, EMPTY } from './check-state.ts';
import { Cancelled, type Checker, openChecker } from './checker.ts';
import type { Mends } from './mends.ts';
import type { MadeFile, NumberedBasis, Wanted } from './messages.ts';
import { saveFile } from './save-file.ts';
import { putOnShelf, takeFromShelf } from './shelf.ts';

/** What a page can do with the file under check. */
export interface Check {
  readonly state: CheckState;
  /** What it is checked by. */
  readonly basis: NumberedBasis;
  readonly choose: (file: File) => void;
  readonly choosePeriod: (period: string | null) => void;
  readonly mend: (mends: Mends) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Writes a workbook of the table as it is now; null when that failed, which the state tells. */
  readonly make: (wanted: Exclude<Wanted, 'check'>) => Promise<MadeFile | null>;
  readonly download: (wanted: Exclude<Wanted, 'check'>) => void;
  readonly cancel: () => void;
  readonly close: () => void;
}

/** Every file chosen has a number of its own, whichever page it lies on. */
let filesChosen = 0;

const startWorker = (): Worker =>
  new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });

/** What a file is checked for: null where the sheet's own word is taken. */
export interface CheckTarget {
  readonly period: string | null;
  readonly submitter: string | null;
}

const ANY_RETURN: CheckTarget = { period: null, submitter: null };

/** The file under check, its findings and its mends; it is judged anew whenever these change. */
export function useCheck(basis: NumberedBasis, target: CheckTarget = ANY_RETURN): Check {
  const { submitter } = target;
  const page = `${target.period} ${submitter}`;
  const [state, send] = useReducer(
    afterEvent,
    takeFromShelf(page) ?? { ...EMPTY, period: target.period },
  );
  useShelf(page, state);
  const checker = useRef<Checker | null>(null);
  checker.current ??= openChecker(startWorker);
  const { chosen, period, mends } = state;

  useEffect(() => {
    if (chosen === null) return;
    let isCurrent = true;
    const tell = (event: Parameters<typeof send>[0]): void => {
      if (isCurrent) send(event);
    };
    checker.current
      ?.check({
        ...{ chosen, period, submitter, mends, basis },
        onStage: (stage) => tell({ kind: 'stage', stage }),
      })
      .then((checked) => tell({ kind: 'checked', checked }))
      .catch((error: unknown) => {
        if (!(error instanceof Cancelled)) tell(faultOf(error));
      });
    return () => {
      isCurrent = false;
    };
  }, [chosen, period, submitter, mends, basis]);

  useEffect(() => {
    const soon = window.requestIdleCallback(() => checker.current?.prepare());
    return () => {
      window.cancelIdleCallback(soon);
      checker.current?.cancel();
    };
  }, []);
  useWarnBeforeLeaving(state.isUnsaved);

  const make = useCallback(
    async (wanted: Exclude<Wanted, 'check'>): Promise<MadeFile | null> => {
      if (chosen === null || checker.current === null) return null;
      const onStage: CheckStage = (stage) => send({ kind: 'stage', stage });
      try {
        const made = await checker.current.make(wanted, {
          ...{ chosen, period, submitter, mends, basis, onStage },
        });
        send({ kind: 'made' });
        return made;
      } catch (error) {
        if (!(error instanceof Cancelled)) send(faultOf(error));
        return null;
      }
    },
    [chosen, period, submitter, mends, basis],
  );

  return useMemo(
    () => ({
      state,
      basis,
      choose(file) {
        checker.current?.cancel();
        filesChosen += 1;
        send({ kind: 'chosen', chosen: { id: filesChosen, file } });
      },
      choosePeriod: (year) => send({ kind: 'period', period: year }),
      mend: (mended) => send({ kind: 'mended', mends: mended }),
      undo: () => send({ kind: 'undone' }),
      redo: () => send({ kind: 'redone' }),
      make,
      async download(wanted) {
        const made = await make(wanted);
        if (made === null) return;
        saveFile(made);
        send({ kind: 'saved' });
      },
      cancel() {
        checker.current?.cancel();
        send({ kind: 'cancelled' });
      },
      close() {
        checker.current?.cancel();
        send({ kind: 'closed' });
      },
    }),
    [state, basis, make],
  );
}

type CheckStage = Parameters<Checker['check']>[0]['onStage'];

const faultOf = (error: unknown) =>
  ({ kind: 'fault', reason: error instanceof Error ? error.message : String(error) }) as const;

/** Keeps what lies on the page when it is left. */
function useShelf(page: string, state: CheckState): void {
  const latest = useRef(state);
  latest.current = state;
  useEffect(() => () => putOnShelf(page, latest.current), [page]);
}

/** The browser asks before it drops changes that were not downloaded. */
function useWarnBeforeLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
