import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../language.tsx';
import { CHECK_WORDS, filled } from '../words.ts';
import type { Checked } from './checked.ts';
import { FileButton } from './drop-zone.tsx';
import { withCells } from './mends.ts';
import type { Check } from './use-check.ts';

interface BarProps {
  readonly check: Check;
  readonly checked: Checked;
}

/** What came of the check in a line, and what can be done with the file. */
export function CheckBar({ check, checked, action }: BarProps & { readonly action: ReactNode }) {
  const { say } = useLanguage();
  const { state } = check;
  const isReturned = checked.counts.errors > 0;
  const facts = [
    state.chosen?.file.name,
    checked.submitter,
    checked.table === null ? null : say(filled(CHECK_WORDS.facts, { projects: checked.projects })),
  ];
  return (
    <div className="check-bar">
      <p className="verdict">
        <b className={isReturned ? 'returned' : 'passed'}>
          {say(isReturned ? CHECK_WORDS.returned : CHECK_WORDS.passed)}
        </b>
        <span>{say(filled(CHECK_WORDS.counts, { ...checked.counts }))}</span>
        <MendedCount check={check} />
        {state.stage !== null && <span className="busy-word">…</span>}
      </p>
      <p className="facts">{facts.filter(Boolean).join(' · ')}</p>
      <div className="tools">
        {action}
        {checked.table !== null && <TableTools check={check} checked={checked} />}
        <AnotherFile check={check} />
      </div>
    </div>
  );
}

function MendedCount({ check }: { readonly check: Check }) {
  const { say } = useLanguage();
  const count = Object.keys(check.state.mends.cells).length;
  return count === 0 ? null : <span>{say(filled(CHECK_WORDS.mended, { count }))}</span>;
}

function TableTools({ check, checked }: BarProps) {
  const { say } = useLanguage();
  const { state } = check;
  const certain = Object.keys(checked.certain).length;
  return (
    <>
      {certain > 0 && (
        <Button onClick={() => check.mend(withCells(state.mends, checked.certain))}>
          {say(filled(CHECK_WORDS.takeCertain, { count: certain }))}
        </Button>
      )}
      <Button disabled={state.past.length === 0} onClick={check.undo}>
        {say(CHECK_WORDS.undo)}
      </Button>
      <Button disabled={state.future.length === 0} onClick={check.redo}>
        {say(CHECK_WORDS.redo)}
      </Button>
      <Button loading={state.stage === 'writing'} onClick={() => check.download('corrected')}>
        {say(CHECK_WORDS.corrected)}
      </Button>
      <Button disabled={state.stage === 'writing'} onClick={() => check.download('feedback')}>
        {say(CHECK_WORDS.feedback)}
      </Button>
      <Button onClick={() => window.print()}>{say(CHECK_WORDS.print)}</Button>
    </>
  );
}

/** Another file takes the place of this one, after a question when changes would be lost. */
function AnotherFile({ check }: { readonly check: Check }) {
  const { say } = useLanguage();
  const { modal } = App.useApp();
  const take = async (file: File): Promise<void> => {
    const isSure =
      !check.state.isUnsaved ||
      (await modal.confirm({
        title: say(CHECK_WORDS.leave),
        okText: say(CHECK_WORDS.dropChanges),
        cancelText: say(CHECK_WORDS.keepChanges),
      }));
    if (isSure) check.choose(file);
  };
  return <FileButton onFile={take} />;
}
