import { Button, Checkbox } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ScanList } from '../../functions/api/scan-schemas.ts';
import type { UploadStatusAnswer } from '../../functions/api/schemas.ts';
import { FileButton } from '../check/drop-zone.tsx';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useSession } from '../session/session.tsx';
import { scanFault } from './scan-fault.ts';
import { ScanLine } from './scan-line.tsx';
import { SCAN_WORDS } from './scan-words.ts';
import { useFetched } from './use-fetched.ts';
import { useSaving } from './use-saving.ts';

interface SectionProps {
  readonly upload: UploadStatusAnswer;
  readonly revision: number;
  readonly onAdded: () => void;
}

/** The sealed paper of a revision as a scan: what to do for it, and what was added. */
export function ScanSection({ upload, revision, onAdded }: SectionProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { period } = upload;
  const unit = upload.unit.code;
  const place = useMemo(() => ({ period, unit }), [period, unit]);
  const fetched = useFetched(useCallback(() => api.scans(place, revision), [api, place, revision]));
  const [added, setAdded] = useState<ScanList | null>(null);
  const list = added ?? fetched.value;
  if (list === null) return <ProblemAlert problem={fetched.problem} />;
  const { policy, scans, add } = list;
  if (policy === 'off' && scans.length === 0) return null;
  const take = async (file: File): Promise<void> => {
    setAdded(await api.addScan(place, revision, file));
    onAdded();
  };
  return (
    <section className="scans">
      <h2>{say(SCAN_WORDS.title)}</h2>
      {add !== null && (
        <p>
          {policy !== 'off' && say(SCAN_WORDS[policy])}
          {say(SCAN_WORDS.private)}
        </p>
      )}
      {add !== null && add.refusal === null && (
        <ScanSteps uploadId={upload.id} isFirst={scans.length === 0} onFile={take} />
      )}
      {add === null && scans.length === 0 && <p>{say(SCAN_WORDS.missing)}</p>}
      <ul className="scan-list">
        {scans.map((scan, index) => (
          <ScanLine
            key={scan.number}
            scan={scan}
            isNewest={index === 0}
            fetchFile={() => api.scan(place, revision, scan.number)}
          />
        ))}
      </ul>
    </section>
  );
}

interface StepsProps {
  readonly uploadId: string;
  readonly isFirst: boolean;
  readonly onFile: (file: File) => Promise<void>;
}

/** Print, seal, scan. */
function ScanSteps({ uploadId, isFirst, onFile }: StepsProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const saving = useSaving();
  const [isConfirmed, setConfirmed] = useState(false);
  const [state, setState] = useState<'idle' | 'busy' | 'added'>('idle');
  const [problem, setProblem] = useState<unknown>(null);
  const isAtIt = useRef(false);
  const take = async (file: File): Promise<void> => {
    if (isAtIt.current) return;
    isAtIt.current = true;
    setState('busy');
    setProblem(null);
    try {
      const fault = await scanFault(file);
      if (fault !== null) throw fault;
      await onFile(file);
      setState('added');
    } catch (error) {
      setProblem(error);
      setState('idle');
    } finally {
      isAtIt.current = false;
    }
  };
  return (
    <>
      <ol className="scan-steps">
        <li>
          <Button onClick={() => saving.save(() => api.output(uploadId, 'stamped'))}>
            {say(SCAN_WORDS.print)}
          </Button>
        </li>
        <li>{say(SCAN_WORDS.seal)}</li>
        <li>
          {say(SCAN_WORDS.upload)}
          <Checkbox checked={isConfirmed} onChange={({ target }) => setConfirmed(target.checked)}>
            {say(SCAN_WORDS.confirm)}
          </Checkbox>
          <span>
            <FileButton
              accept=".pdf,.jpg,.jpeg,.png"
              name={isFirst ? SCAN_WORDS.choose : SCAN_WORDS.replace}
              isDisabled={!isConfirmed || state === 'busy'}
              isMain
              onFile={take}
            />{' '}
            <span role="status">
              {state !== 'idle' && say(state === 'busy' ? SCAN_WORDS.sending : SCAN_WORDS.added)}
            </span>
          </span>
        </li>
      </ol>
      <ProblemAlert problem={problem ?? saving.problem} />
    </>
  );
}
