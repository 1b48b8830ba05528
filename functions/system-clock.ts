import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../shared/ports.ts';

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  pause: (milliseconds) => pause(milliseconds),
};
