import type { Refusal } from '../../shared/cells/read-result.ts';

/** A file that somebody might send to do harm, and how it must end. */
export interface HostileFile {
  readonly name: string;
  /** Made when asked for: nothing of this kind is kept. */
  readonly bytes: () => Uint8Array;
  /**
   * `read` where the content is fine; a refusal, its kind and cause at least; several where the
   * machine's speed decides which bound is met first.
   */
  readonly ends: 'read' | Partial<Refusal> | readonly Partial<Refusal>[];
}
