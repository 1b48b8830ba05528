import type { Params } from './finding.ts';
import type { Rule } from './rule.ts';

/** Stands for whatever a message is made from where a rule gives no example. */
const STAND_IN: Params = new Proxy<Record<string, string>>({}, { get: () => '…' });

/** Params to show a rule's message with. */
export const exampleOf = (rule: Rule): Params => rule.example ?? STAND_IN;
