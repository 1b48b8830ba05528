import type { PublicationAnswer } from '../../functions/api/publication-schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { PUBLICATION_WORDS } from './publication-words.ts';

const COLUMNS = ['edition', 'status', 'at', 'reason', 'sha256'] as const;

/** What is or was public, the newest first. */
export function Editions({ editions }: Pick<PublicationAnswer, 'editions'>) {
  const { say } = useLanguage();
  if (editions.length === 0) return null;
  return (
    <section aria-labelledby="editions-title">
      <h2 id="editions-title">{say(PUBLICATION_WORDS.editions)}</h2>
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
          {editions.map((each) => (
            <tr key={each.edition}>
              <td data-label={say(PUBLICATION_WORDS.edition)}>{each.edition}</td>
              <td data-label={say(PUBLICATION_WORDS.status)}>
                <b>{say(PUBLICATION_WORDS[each.status])}</b>
                {each.endedAt !== null && (
                  <div className="quiet">{minuteInChina(each.endedAt)}</div>
                )}
              </td>
              <td data-label={say(PUBLICATION_WORDS.at)}>{minuteInChina(each.publishedAt)}</td>
              <td data-label={say(PUBLICATION_WORDS.reason)}>
                {[each.reason, each.endedReason].filter(Boolean).join('；') || '—'}
              </td>
              <td data-label={say(PUBLICATION_WORDS.sha256)} className="sha256">
                {each.sha256 ?? '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
