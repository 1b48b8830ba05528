import { useCallback, useEffect, useState } from 'react';
import type { PreviewAnswer } from '../../functions/api/publication-schemas.ts';
import type { ReturnKey } from '../api-sending.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { Folded } from '../review/folded.tsx';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { PUBLICATION_WORDS } from './publication-words.ts';

interface PreviewsProps {
  readonly place: ReturnKey;
  readonly revision: number;
  /** Null while it is fetched. */
  readonly preview: PreviewAnswer | null;
}

/** Report and page as they would be public with the masks that are saved. */
export function Previews({ place, revision, preview }: PreviewsProps) {
  const { say } = useLanguage();
  return (
    <section className="preview" aria-labelledby="previews-title">
      <h2 id="previews-title">{say(PUBLICATION_WORDS.preview)}</h2>
      <Folded title={say(PUBLICATION_WORDS.previewReport)}>
        <ReportFrame place={place} revision={revision} />
      </Folded>
      <Folded title={say(PUBLICATION_WORDS.previewPage)}>
        {preview === null ? (
          <p>{say(SESSION_WORDS.loading)}</p>
        ) : (
          // Nothing runs in it, and its links lead nowhere.
          <iframe title={say(PUBLICATION_WORDS.previewPage)} srcDoc={preview.page} sandbox="" />
        )}
      </Folded>
    </section>
  );
}

function ReportFrame({ place, revision }: Omit<PreviewsProps, 'preview'>) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { value, problem } = useFetched(
    useCallback(() => api.previewReport(place, revision), [api, place, revision]),
  );
  const [address, setAddress] = useState<string | null>(null);
  const blob = value?.blob ?? null;
  useEffect(() => {
    if (blob === null) return;
    const made = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return (
    <>
      <ProblemAlert problem={problem} />
      {address !== null && <iframe title={say(PUBLICATION_WORDS.previewReport)} src={address} />}
    </>
  );
}
