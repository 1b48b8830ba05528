import { App, Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useBlobAddress } from '../send/use-blob-address.ts';
import { useSession } from '../session/session.tsx';
import { DRAFT_WORDS } from './draft-words.ts';
import { fileNow } from './file-now.ts';
import { saveBlob } from './save-file.ts';
import type { Check } from './use-check.ts';

/** What the API lays out at once. */
const MOST_BYTES = 4 * 1024 * 1024;

interface DraftProps {
  readonly check: Check;
  /** Code of the unit it is for; null: the table says. */
  readonly unit: string | null;
  /** True where the reader has said already that the file holds no secrets. */
  readonly isConfirmed: boolean;
}

/** Shows the report of the table as it is now, marked 草稿; for whoever is signed in. */
export function DraftButton({ check, unit, isConfirmed }: DraftProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { modal } = App.useApp();
  const [draft, setDraft] = useState<Blob | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const isAtIt = useRef(false);
  const ask = async (): Promise<boolean> =>
    isConfirmed ||
    modal.confirm({
      title: say(DRAFT_WORDS.question),
      content: say(DRAFT_WORDS.advice),
      okText: say(DRAFT_WORDS.go),
      cancelText: say(DRAFT_WORDS.abandon),
    });
  const preview = async (): Promise<void> => {
    if (isAtIt.current) return;
    isAtIt.current = true;
    setProblem(null);
    try {
      if (!(await ask())) return;
      setBusy(true);
      const file = await fileNow(check);
      if (file === null) return;
      if (file.size > MOST_BYTES) throw DRAFT_WORDS.tooLarge;
      setDraft(await api.draft(file, { period: check.state.period, unit }));
    } catch (error) {
      setProblem(error);
    } finally {
      isAtIt.current = false;
      setBusy(false);
    }
  };
  return (
    <>
      <Button loading={isBusy} onClick={preview}>
        {say(DRAFT_WORDS.button)}
      </Button>
      {problem !== null && <ProblemAlert problem={problem} />}
      {draft !== null && <DraftShown draft={draft} onClose={() => setDraft(null)} />}
    </>
  );
}

/** Beside the page: a browser without a viewer of PDFs can save it. */
function DraftShown({ draft, onClose }: { readonly draft: Blob; readonly onClose: () => void }) {
  const { say } = useLanguage();
  const address = useBlobAddress(draft, 'application/pdf');
  return (
    <Modal
      open
      className="draft"
      width="min(1200px, 96vw)"
      style={{ top: 16 }}
      title={say(DRAFT_WORDS.title)}
      onCancel={onClose}
      footer={[
        <Button key="save" onClick={() => saveBlob({ name: '草稿.pdf', blob: draft })}>
          {say(DRAFT_WORDS.download)}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {say(DRAFT_WORDS.close)}
        </Button>,
      ]}
    >
      {address !== null && <iframe title={say(DRAFT_WORDS.title)} src={address} />}
    </Modal>
  );
}
