import { Button } from 'antd';
import { useState } from 'react';
import type { ScanList } from '../../functions/api/scan-schemas.ts';
import type { Download } from '../../functions/api/schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import type { FetchedFile } from '../api-request.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { filled } from '../words.ts';
import { SCAN_WORDS } from './scan-words.ts';
import { useBlobAddress } from './use-blob-address.ts';
import { useSaving } from './use-saving.ts';

interface LineProps {
  readonly scan: ScanList['scans'][number];
  readonly isNewest: boolean;
  readonly fetchFile: () => Promise<FetchedFile | Download>;
}

const TYPE_NAMES = { pdf: 'PDF', jpeg: 'JPG', png: 'PNG' } as const;
const MEDIA_TYPES = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const;

const megabytes = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** A scan: who added it when, to look at here or to save. */
export function ScanLine({ scan, isNewest, fetchFile }: LineProps) {
  const { say } = useLanguage();
  const saving = useSaving();
  const [shown, setShown] = useState<Blob | null>(null);
  const { name, type, number } = scan;
  const told = { name, at: minuteInChina(scan.at), type: TYPE_NAMES[type] };
  const look = (): void => {
    if (shown === null) saving.show(fetchFile, setShown);
    else setShown(null);
  };
  return (
    <li>
      <b>{say(isNewest ? SCAN_WORDS.counts : SCAN_WORDS.before)}</b>
      <span>{say(filled(SCAN_WORDS.by, { ...told, size: megabytes(scan.bytes) }))}</span>
      <Button size="small" aria-expanded={shown !== null} onClick={look}>
        {say(shown === null ? SCAN_WORDS.look : SCAN_WORDS.close)}
      </Button>
      <Button size="small" onClick={() => saving.save(fetchFile)}>
        {say(SCAN_WORDS.download)}
      </Button>
      <ProblemAlert problem={saving.problem} />
      {shown !== null && (
        <Shown blob={shown} type={type} label={`${say(SCAN_WORDS.title)} ${number}`} />
      )}
    </li>
  );
}

interface ShownProps {
  readonly blob: Blob;
  readonly type: LineProps['scan']['type'];
  readonly label: string;
}

/** As the type that it was told to be, whatever it says of itself. */
function Shown({ blob, type, label }: ShownProps) {
  const address = useBlobAddress(blob, MEDIA_TYPES[type]);
  if (address === null) return null;
  return type === 'pdf' ? (
    <iframe className="shown-scan" title={label} src={address} />
  ) : (
    <img className="shown-scan" alt={label} src={address} />
  );
}
