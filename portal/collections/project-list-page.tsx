import { Alert, Button } from 'antd';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import type { ProjectListAnswer, RegisterAnswer } from '../../functions/api/collection-schemas.ts';
import { formatThousands } from '../../shared/money.ts';
import { type ProjectSheet, readProjectSheet } from '../../shared/records/read-project-sheet.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { comparableName } from '../../shared/unit.ts';
import { FileButton } from '../check/drop-zone.tsx';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { usePageTitle } from '../send/page-title.ts';
import { randomKey } from '../send/random-key.ts';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { TextRow } from './form-rows.tsx';
import { comparedLists } from './list-preview.ts';
import { LIST_WORDS } from './list-words.ts';
import { REGISTER_WORDS } from './setup-words.ts';
import { SheetFaults } from './sheet-faults.tsx';
import { useSettling } from './use-settling.ts';

/** The list of projects of a period: what is in force, and importing another. */
export function ProjectListPage({ period }: { readonly period: string }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const list = useFetched(useCallback(() => api.projectList(period), [api, period]));
  const register = useFetched(api.register);
  const title = say(filled(LIST_WORDS.title, { period }));
  usePageTitle(title);
  return (
    <section className="wide">
      <h1>{title}</h1>
      <p>{say(LIST_WORDS.intro)}</p>
      <ProblemAlert problem={list.problem ?? register.problem} />
      {list.value === null && list.problem === null && <p>{say(SESSION_WORDS.loading)}</p>}
      {list.value !== null && <InForce answer={list.value} />}
      {list.value !== null && register.value !== null && (
        <ListImport
          period={period}
          standing={list.value}
          register={register.value}
          onChanged={list.again}
        />
      )}
      <p>
        <Link href={`/periods/${period}`}>{say(LIST_WORDS.back)}</Link>
      </p>
    </section>
  );
}

function InForce({ answer: { list } }: { readonly answer: ProjectListAnswer }) {
  const { say } = useLanguage();
  if (list === null) return <p>{say(LIST_WORDS.none)}</p>;
  return <p>{say(filled(LIST_WORDS.inForce, { ...list, at: minuteInChina(list.at) }))}</p>;
}

interface ImportProps {
  readonly period: string;
  readonly standing: ProjectListAnswer;
  readonly register: RegisterAnswer;
  readonly onChanged: () => void;
}

function ListImport({ period, standing, register, onChanged }: ImportProps) {
  const { say } = useLanguage();
  const [read, setRead] = useState<ProjectSheet | null>(null);
  return (
    <div className="setup">
      <p>
        <FileButton
          name={LIST_WORDS.import}
          onFile={(file) => void readFile(file, register).then(setRead)}
        />{' '}
        <span className="quiet">{say(LIST_WORDS.importHint)}</span>
      </p>
      <SheetFaults faults={read?.faults ?? []} />
      {read !== null && read.faults.length === 0 && (
        <ListPreview
          key={read.projects.length}
          period={period}
          read={read}
          standing={standing}
          onDone={() => {
            setRead(null);
            onChanged();
          }}
        />
      )}
    </div>
  );
}

interface PreviewProps extends Pick<ImportProps, 'period' | 'standing'> {
  readonly read: ProjectSheet;
  readonly onDone: () => void;
}

/** Projects that the API takes in one part. */
const AT_ONCE = 200;

function ListPreview({ period, read, standing, onDone }: PreviewProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [id] = useState(() => randomKey().toLowerCase());
  const settling = useSettling(period, () => undefined);
  const { projects } = read;
  const compared = comparedLists(standing.projects, projects);
  const put = async (): Promise<void> => {
    setProblem(null);
    try {
      for (let from = 0; from < projects.length; from += AT_ONCE) {
        const part = from / AT_ONCE + 1;
        const some = projects.slice(from, from + AT_ONCE);
        await api.putListPart(period, { list: id, part, projects: [...some] });
      }
    } catch (error) {
      setProblem(error);
      return;
    }
    const act = { kind: 'list-projects', list: id, projects: projects.length, reason } as const;
    if (await settling.settle(act)) onDone();
  };
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        void put();
      }}
    >
      <h2>{say(REGISTER_WORDS.preview)}</h2>
      <p>
        {say(
          filled(LIST_WORDS.compared, {
            count: projects.length,
            budget: formatThousands(compared.budget),
            added: compared.added.length,
            dropped: compared.dropped.length,
            changed: compared.changed.length,
          }),
        )}
      </p>
      {(['added', 'dropped', 'changed'] as const).map(
        (kind) =>
          compared[kind].length > 0 && (
            <details key={kind}>
              <summary>{say(filled(LIST_WORDS[kind], { count: compared[kind].length }))}</summary>
              <ul>
                {compared[kind].slice(0, 200).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </details>
          ),
      )}
      <TextRow label={say(REGISTER_WORDS.reason)} value={reason} onChange={setReason} />
      <Button
        type="primary"
        htmlType="submit"
        disabled={projects.length === 0 || reason.trim() === '' || settling.isBusy}
      >
        {say(LIST_WORDS.apply)}
      </Button>
      <ProblemAlert problem={problem ?? settling.problem} />
      <Alert type="info" showIcon title={say(LIST_WORDS.later)} />
    </form>
  );
}

/** The reader comes when it is first needed. */
async function readFile(file: File, { units }: RegisterAnswer): Promise<ProjectSheet> {
  const { readWorkbook } = await import('../../shared/cells/read-workbook.ts');
  const result = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
  const codes = new Map(
    units.flatMap(({ code, name, aliases }) =>
      [code, name, ...aliases].map((each) => [comparableName(each), code] as const),
    ),
  );
  return readProjectSheet(result.ok ? result.sheets : [], codes);
}
