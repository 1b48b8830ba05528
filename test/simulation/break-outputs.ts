import { brokenOutputs, brokenStore, counter, type Planned } from './planned.ts';

const writes = counter();

/** What can be broken about what comes out, and about the run as a whole. */
export const OUTPUTS: readonly Planned[] = [
  {
    how: 'a row is lost',
    breaks: 'outputs-agree',
    says: /the store of v\d+ holds/,
    sabotage: {
      ports: (ports) => ({
        ...ports,
        submissions: {
          ...ports.submissions,
          saveRecords: (key, records) =>
            ports.submissions.saveRecords(
              key,
              records.map((record) => ({ ...record, texts: { projectName: '甲' } })),
            ),
        },
      }),
    },
  },
  {
    how: 'the summary is not told that something changed',
    breaks: 'summary-agrees',
    sabotage: brokenStore(() => ({ raiseGeneration: async () => {} })),
  },
  {
    how: 'an output lies where nobody looks for it',
    breaks: 'nothing-without-owner',
    says: /belongs to nobody/,
    sabotage: brokenOutputs(({ writeOutput }) => ({
      async writeOutput(key, bytes, file) {
        await writeOutput(key, bytes, file);
        await writeOutput(key.replace(/^submissions/, 'elsewhere'), bytes, file);
      },
    })),
  },
  {
    how: 'the same upload processed again leaves other bytes',
    breaks: 'final-stays',
    says: /of a final upload changed/,
    sabotage: brokenOutputs(({ writeOutput }) => ({
      writeOutput(key, bytes, file) {
        const spaced = new Uint8Array([...bytes, ...new Array<number>(writes()).fill(32)]);
        return writeOutput(key, key.endsWith('.json') ? spaced : bytes, file);
      },
    })),
  },
  {
    how: 'nobody is told how an upload ended',
    breaks: 'everybody-is-told',
    says: /nobody was told of v\d+/,
    sabotage: {
      ports: (ports) => ({ ...ports, notices: { ...ports.notices, send: async () => {} } }),
    },
  },
  {
    how: 'a function fails by itself',
    breaks: 'throws-nothing',
    says: /^throws-nothing: render .* threw by itself/m,
    sabotage: {
      ports: (ports) => ({
        ...ports,
        printer: { ...ports.printer, print: () => Promise.reject(new Error('no ink')) },
      }),
    },
  },
  {
    how: 'nobody notes that the summary is written',
    breaks: 'comes-to-rest',
    sabotage: brokenStore(() => ({ noteSummaryFile: async () => {} })),
  },
  {
    how: 'nobody puts dead letters back',
    breaks: 'letters-come-back',
    from: 140,
    sabotage: { forgetful: true },
  },
];
