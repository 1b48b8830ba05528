import type { PreviewAnswer } from '../../functions/api/publication-schemas.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { PUBLICATION_WORDS } from './publication-words.ts';

const COLUMNS = ['project', 'column', 'before', 'after'] as const;

/** What an erratum changes of what is public, cell by cell, as everybody will read it. */
export function Erratum({ erratum }: { readonly erratum: NonNullable<PreviewAnswer['erratum']> }) {
  const { say } = useLanguage();
  const { cells, added, dropped } = erratum;
  const isSame = cells.length + added.length + dropped === 0;
  return (
    <section className="erratum" aria-labelledby="erratum-title">
      <h3 id="erratum-title">{say(PUBLICATION_WORDS.erratum)}</h3>
      {isSame && <p>{say(PUBLICATION_WORDS.same)}</p>}
      {cells.length > 0 && (
        <table className="revisions history-table">
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {say(PUBLICATION_WORDS[name])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <tr key={JSON.stringify(cell)}>
                {COLUMNS.map((name) => (
                  <td key={name} data-label={say(PUBLICATION_WORDS[name])}>
                    {cell[name] === '' ? '—' : cell[name]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {added.length > 0 && (
        <p>{say(filled(PUBLICATION_WORDS.added, { names: added.join('、') }))}</p>
      )}
      {dropped > 0 && <p>{say(filled(PUBLICATION_WORDS.dropped, { count: dropped }))}</p>}
    </section>
  );
}
