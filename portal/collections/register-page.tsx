import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { RegisterAnswer } from '../../functions/api/collection-schemas.ts';
import type { RegisterEntry } from '../../shared/register/register-entry.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { usePageTitle } from '../send/page-title.ts';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { RegisterEdit } from './register-edit.tsx';
import { RegisterImport } from './register-import.tsx';
import { PERIOD_WORDS, REGISTER_WORDS } from './setup-words.ts';
import { useRegisterChange } from './use-register-change.ts';

/** The register: every unit, importing a list, changing one. */
export function RegisterPage() {
  const { say } = useLanguage();
  const { api } = useSession();
  const { value, problem } = useFetched(api.register);
  usePageTitle(say(REGISTER_WORDS.title));
  return (
    <section className="wide">
      <h1>{say(REGISTER_WORDS.title)}</h1>
      <p>{say(REGISTER_WORDS.intro)}</p>
      <ProblemAlert problem={problem} />
      {value === null && problem === null && <p>{say(SESSION_WORDS.loading)}</p>}
      {value !== null && <RegisterOf found={value} />}
    </section>
  );
}

const NEW: RegisterEntry = { code: '', name: '', aliases: [], parent: null };

function RegisterOf({ found }: { readonly found: RegisterAnswer }) {
  const { say } = useLanguage();
  const change = useRegisterChange(found);
  const [edited, setEdited] = useState<RegisterEntry | null>(null);
  const { units } = change.register;
  return (
    <>
      <RegisterImport standing={units} change={change} />
      <p>
        <Button onClick={() => setEdited(NEW)}>{say(REGISTER_WORDS.add)}</Button>
      </p>
      {edited !== null && (
        <RegisterEdit
          key={edited.code}
          unit={edited}
          change={change}
          onDone={() => setEdited(null)}
        />
      )}
      <ProblemAlert problem={change.problem} />
      {change.isSaved && <Alert type="success" showIcon title={say(PERIOD_WORDS.saved)} />}
      {units.length === 0 ? (
        <p>{say(REGISTER_WORDS.none)}</p>
      ) : (
        <RegisterTable units={units} onEdit={setEdited} />
      )}
    </>
  );
}

interface TableProps {
  readonly units: readonly RegisterEntry[];
  readonly onEdit: (unit: RegisterEntry) => void;
}

const COLUMNS = ['code', 'name', 'parent', 'contact', 'phone', 'history'] as const;

function RegisterTable({ units, onEdit }: TableProps) {
  const { say } = useLanguage();
  const [text, setText] = useState('');
  const shown = units.filter(({ code, name }) => `${code} ${name}`.includes(text.trim()));
  return (
    <>
      <input
        className="register-search"
        aria-label={say(REGISTER_WORDS.search)}
        placeholder={say(REGISTER_WORDS.search)}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <table className="revisions history-table board-table">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {say(REGISTER_WORDS[name])}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <UnitRow key={unit.code} unit={unit} onEdit={onEdit} />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface RowProps extends Pick<TableProps, 'onEdit'> {
  readonly unit: RegisterEntry;
}

function UnitRow({ unit, onEdit }: RowProps) {
  const { say } = useLanguage();
  const { code, name, aliases, parent, contact, phone } = unit;
  return (
    <tr className={unit.retired === true ? 'ended' : undefined}>
      <td data-label={say(REGISTER_WORDS.code)}>{code}</td>
      <th scope="row" data-label={say(REGISTER_WORDS.name)}>
        {name}
        {aliases.length > 0 && <div className="quiet">{aliases.join('；')}</div>}
      </th>
      <td data-label={say(REGISTER_WORDS.parent)}>{parent ?? '—'}</td>
      <td data-label={say(REGISTER_WORDS.contact)}>{contact ?? '—'}</td>
      <td data-label={say(REGISTER_WORDS.phone)}>{phone ?? '—'}</td>
      <td data-label={say(REGISTER_WORDS.history)}>
        <History unit={unit} />
      </td>
      <td>
        <Button size="small" onClick={() => onEdit(unit)}>
          {say(REGISTER_WORDS.edit)}
        </Button>
      </td>
    </tr>
  );
}

function History({ unit: { formerNames = [], ended } }: { readonly unit: RegisterEntry }) {
  const { say } = useLanguage();
  const into = ended?.into ?? null;
  const end = into === null ? REGISTER_WORDS.ended : REGISTER_WORDS.endedInto;
  return (
    <>
      {formerNames.length > 0 && (
        <div>{say(filled(REGISTER_WORDS.formerly, { names: formerNames.join('、') }))}</div>
      )}
      {ended !== undefined && <div>{say(filled(end, { on: ended.on, into: into ?? '' }))}</div>}
      {formerNames.length === 0 && ended === undefined && '—'}
    </>
  );
}
