import { type BureauState, NO_BUREAU, noDuty } from '../../shared/bureau-state.ts';
import type { ListedProject } from '../../shared/records/project-list.ts';
import type { Bureaus } from '../../shared/store/bureau.ts';
import { copy, type MemoryTables, nameOf } from './tables.ts';

export const bureauIn = ({ bureaus, duties, lists }: MemoryTables): Bureaus => {
  const stateOf = (chain: string): BureauState => bureaus.get(chain) ?? NO_BUREAU;
  const since = (state: BureauState): string | null => state.underWay?.draft.at ?? null;
  return {
    async bureauState(chain) {
      return copy(stateOf(chain));
    },
    async saveBureau(chain, state) {
      if (stateOf(chain).version !== state.version - 1) return false;
      bureaus.set(chain, copy(state));
      return true;
    },
    async bureauFinished(chain, version) {
      const state = stateOf(chain);
      if (state.version === version) bureaus.set(chain, { ...state, underWay: null });
    },
    async unfinishedBureaus(before) {
      const waiting = [...bureaus].map(([chain, state]) => ({ chain, state }));
      return copy(
        waiting
          .filter(({ state }) => (since(state) ?? before) < before)
          .sort((a, b) => ((since(a.state) ?? '') < (since(b.state) ?? '') ? -1 : 1)),
      );
    },
    async extendDuty(submission, extension) {
      const { submitter } = submission;
      const duty = duties.get(nameOf(submission)) ?? noDuty(submitter);
      duties.set(nameOf(submission), copy({ ...duty, extension }));
    },
    async noteReminded(period, units, reminded) {
      for (const submitter of units) {
        const name = nameOf({ period, submitter });
        duties.set(name, copy({ ...(duties.get(name) ?? noDuty(submitter)), reminded }));
      }
    },
    async duty(submission) {
      return copy(duties.get(nameOf(submission)) ?? noDuty(submission.submitter));
    },
    async keepListed(period, list, part, projects) {
      const parts = lists.get(`${period}/${list}`) ?? new Map<number, readonly ListedProject[]>();
      lists.set(`${period}/${list}`, parts.set(part, copy(projects)));
    },
    async listedOf(period, list, units) {
      const parts = [...(lists.get(`${period}/${list}`) ?? [])].sort(([a], [b]) => a - b);
      const all = parts.flatMap(([, projects]) => projects);
      const wanted = all.filter(({ unit }) => units === null || units.includes(unit));
      return copy(wanted.sort((a, b) => (a.unit < b.unit ? -1 : Number(a.unit > b.unit))));
    },
    async dutiesOf(period) {
      const own = [...duties].filter(([name]) => name.startsWith(`${period}/`));
      return copy(own.map(([, duty]) => duty).sort((a, b) => (a.unit < b.unit ? -1 : 1)));
    },
  };
};
