import type { RegisterEntry } from '../../shared/register/register-entry.ts';
import type { Periods, Units } from '../../shared/store/submissions.ts';
import { NO_PACE, type SummaryState } from '../../shared/submission.ts';
import { subtree, type Unit } from '../../shared/unit.ts';
import { copy, type MemoryTables } from './tables.ts';

export const periodsIn = ({ periods }: MemoryTables): Periods => {
  const change = (period: string, counters: Partial<SummaryState>): void => {
    const stored = periods.get(period);
    if (stored !== undefined) stored.state = { ...stored.state, ...counters };
  };
  return {
    async putPeriods(definitions) {
      for (const definition of definitions) {
        const { id: period } = definition;
        const stored = periods.get(period) ?? {
          definition,
          state: { period, generation: 0, summary: 0, summaryFile: 0, pace: NO_PACE },
          raisedFor: '',
        };
        periods.set(period, copy({ ...stored, definition }));
      }
    },
    async periods() {
      return [...periods.values()]
        .map(({ definition }) => copy(definition))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async definition(period) {
      return copy(periods.get(period)?.definition ?? null);
    },
    async summaryState(period) {
      return copy(periods.get(period)?.state ?? null);
    },
    async raiseGeneration(period, uploadId) {
      const stored = periods.get(period);
      if (stored === undefined || stored.raisedFor === uploadId) return;
      stored.raisedFor = uploadId;
      change(period, { generation: stored.state.generation + 1 });
    },
    async raiseSummary(period, generation) {
      const stored = periods.get(period);
      if (stored === undefined) throw new Error(`period ${period} is not stored`);
      change(period, { summary: Math.max(stored.state.summary, generation) });
      return stored.state.summary;
    },
    async noteSummaryFile(period, generation) {
      change(period, { summaryFile: generation });
    },
    async notePace(period, noted) {
      const pace = periods.get(period)?.state.pace;
      if (pace !== undefined) change(period, { pace: { ...pace, ...noted } });
    },
  };
};

export const unitsIn = ({ units }: MemoryTables): Units => {
  const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);
  /** Without what only finance keeps. */
  const unitOf = ({ code, name, aliases, parent, retired }: RegisterEntry): Unit => ({
    code,
    name,
    aliases,
    parent,
    ...(retired === true ? { retired } : {}),
  });
  return {
    async putUnits(register) {
      for (const unit of register) units.set(unit.code, copy(unit));
    },
    async registerEntries() {
      const all = [...units.values()];
      const placed = all
        .filter(({ parent }) => parent === null)
        .flatMap(({ code }) => subtree(all, code).map((unit) => units.get(unit.code)!));
      return copy(placed.sort(byCode));
    },
    async dueUnits() {
      const top = [...units.values()].filter(
        ({ parent, retired }) => parent === null && retired !== true,
      );
      return copy(top.map(unitOf).sort(byCode));
    },
    async registerFor(submitter) {
      if (units.size === 0) return null;
      return copy(subtree([...units.values()].map(unitOf), submitter));
    },
  };
};
