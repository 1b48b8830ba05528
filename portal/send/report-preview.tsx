import { useCallback } from 'react';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { UPLOAD_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { useBlobAddress } from './use-blob-address.ts';
import { useFetched } from './use-fetched.ts';

/** The report as it is printed, in the page. */
export function ReportPreview({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { value, problem } = useFetched(useCallback(() => api.output(id, 'report'), [api, id]));
  const blob = value !== null && 'blob' in value ? value.blob : null;
  const address = useBlobAddress(blob, 'application/pdf');
  return (
    <section className="preview">
      <h2>{say(UPLOAD_WORDS.preview)}</h2>
      <ProblemAlert problem={problem} />
      {value !== null && 'url' in value && <a href={value.url}>{say(UPLOAD_WORDS.report)}</a>}
      {address !== null && <iframe title={say(UPLOAD_WORDS.preview)} src={address} />}
    </section>
  );
}
