import { Alert, Button } from 'antd';
import { useCallback, useEffect } from 'react';
import { Link, Redirect, useSearch } from 'wouter';
import type { OutputName, RevisionList } from '../../functions/api/schemas.ts';
import { saveBlob } from '../check/save-file.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { usePageTitle } from '../send/page-title.ts';
import { ReportPreview } from '../send/report-preview.tsx';
import { useFetched } from '../send/use-fetched.ts';
import { useSession } from '../session/session.tsx';
import { SignedIn } from '../session/signed-in.tsx';
import { filled } from '../words.ts';
import { OPEN_WORDS } from './open-words.ts';
import { type OutputPlace, outputPlace } from './output-place.ts';
import '../send/send.css';

type OfRevision = Extract<OutputPlace, { kind: 'revision' }>;
type OfSummary = Extract<OutputPlace, { kind: 'summary' }>;

/** Where the links of a summary lead, `/open?key=…`: what whoever follows them may see of an output. */
export default function OpenPage() {
  const { say } = useLanguage();
  const key = new URLSearchParams(useSearch()).get('key') ?? '';
  usePageTitle(say(OPEN_WORDS.title));
  return (
    <SignedIn>
      <Opened key={key} place={outputPlace(key)} />
    </SignedIn>
  );
}

function Opened({ place }: { readonly place: OutputPlace | null }) {
  if (place === null) return <Unknown />;
  return place.kind === 'summary' ? <SummaryFile {...place} /> : <RevisionOutput {...place} />;
}

function Unknown() {
  const { say } = useLanguage();
  return (
    <section className="narrow">
      <h1>{say(OPEN_WORDS.title)}</h1>
      <Alert type="warning" showIcon title={say(OPEN_WORDS.unknown)} />
    </section>
  );
}

/** Something made of a revision: the upload that it is of is looked up first. */
function RevisionOutput({ period, unit, revision, name }: OfRevision) {
  const { api } = useSession();
  const { value, problem } = useFetched(
    useCallback(() => api.revisions({ period, unit }), [api, period, unit]),
  );
  if (value === null) return <ProblemAlert problem={problem} />;
  const upload = value.revisions.find((each) => each.revision === revision);
  if (upload === undefined) return <Unknown />;
  // Findings are read beside everything else that there is of an upload.
  if (name === 'findings') return <Redirect to={`/uploads/${upload.id}`} replace />;
  return <Shown list={value} revision={revision} id={upload.id} name={name} />;
}

interface ShownProps {
  readonly list: RevisionList;
  readonly revision: number;
  readonly id: string;
  readonly name: OutputName;
}

function Shown({ list: { period, unit }, revision, id, name }: ShownProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const fetch = useCallback(() => api.output(id, name), [api, id, name]);
  const which = say(filled(OPEN_WORDS.revision, { period, unit: unit.name, revision }));
  return (
    <section className={name === 'report' ? 'wide' : 'narrow'}>
      <h1>{`${which} ${say(OPEN_WORDS[name])}`}</h1>
      <p>
        <Link href={`/uploads/${id}`}>{say(OPEN_WORDS.whole)}</Link>
      </p>
      {name === 'report' ? <ReportPreview id={id} /> : <Download fetch={fetch} />}
    </section>
  );
}

function SummaryFile({ period, file }: OfSummary) {
  const { say } = useLanguage();
  const { api } = useSession();
  const fetch = useCallback(() => api.summary(period, file), [api, period, file]);
  return (
    <section className="narrow">
      <h1>{say(filled(OPEN_WORDS.summary, { period }))}</h1>
      <p>{file}</p>
      <Download fetch={fetch} />
    </section>
  );
}

type Fetch = ReturnType<typeof useSession>['api']['output'] extends (...args: never) => infer R
  ? () => R
  : never;

/** Downloads a file once it is there, and again when asked. */
function Download({ fetch }: { readonly fetch: Fetch }) {
  const { say } = useLanguage();
  const { value, problem, again } = useFetched(fetch);
  useEffect(() => {
    if (value === null) return;
    if ('blob' in value) saveBlob(value);
    else window.location.assign(value.url);
  }, [value]);
  return (
    <>
      <ProblemAlert problem={problem} />
      {problem === null && (
        <p role="status">{say(value === null ? OPEN_WORDS.fetching : OPEN_WORDS.saved)}</p>
      )}
      {value !== null && <Button onClick={again}>{say(OPEN_WORDS.again)}</Button>}
    </>
  );
}
