import fc from 'fast-check';
import type { ProjectRecord } from '../shared/records/record.ts';
import { leaves } from '../templates/form.ts';
import { longgang2021 } from '../templates/longgang-2021/form.ts';

/** A record of the table of 2021 whose every text is drawn anew. */
export const randomRecord: fc.Arbitrary<ProjectRecord> = fc
  .tuple(
    fc.array(
      fc
        .array(
          fc.constantFrom('深圳', '龙岗区', '，', '。', '“', '”', '95%', 'IT', ' ', '\n', '𠅤'),
          {
            maxLength: 400,
          },
        )
        .map((parts) => parts.join('')),
      { minLength: 33, maxLength: 33 },
    ),
    fc.maxSafeNat(),
  )
  .map(([texts, fen]) => {
    const columns = leaves(longgang2021.columns);
    const of = <T>(type: string, value: (index: number) => T): Record<string, T> =>
      Object.fromEntries(
        columns.flatMap((leaf, index) => (leaf.type === type ? [[leaf.field, value(index)]] : [])),
      );
    return {
      number: 1,
      implementingUnit: null,
      texts: { ...of('text', (index) => texts[index] ?? ''), serial: '12' },
      amounts: of('money', (index) => (index % 3 === 0 ? null : fen)),
      rates: of('rate', () => ({ scaled: fen, places: 0 })),
      extraIndicators: [
        { field: 'outputExtra', title: '新增指标', target: texts[0] ?? '', actual: '已完成' },
      ],
      source: { sheet: 'Sheet1', row: 5 },
    };
  });
