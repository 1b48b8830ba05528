import { Button } from 'antd';
import { useState } from 'react';
import { compareRegisters } from '../../shared/register/compare-registers.ts';
import {
  type RegisterSheet,
  readRegisterSheet,
} from '../../shared/register/read-register-sheet.ts';
import type { RegisterEntry } from '../../shared/register/register-entry.ts';
import { FileButton } from '../check/drop-zone.tsx';
import { useLanguage } from '../language.tsx';
import { RegisterPreview } from './register-preview.tsx';
import { REGISTER_WORDS } from './setup-words.ts';
import { SheetFaults } from './sheet-faults.tsx';
import type { RegisterChange } from './use-register-change.ts';

interface ImportProps {
  readonly standing: readonly RegisterEntry[];
  readonly change: RegisterChange;
}

/** Reads a list on this computer and shows what it would change. */
export function RegisterImport({ standing, change }: ImportProps) {
  const { say } = useLanguage();
  const [read, setRead] = useState<RegisterSheet | null>(null);
  return (
    <div className="setup">
      <p>
        <FileButton
          name={REGISTER_WORDS.import}
          onFile={(file) => void readFile(file).then(setRead)}
        />{' '}
        <span className="quiet">{say(REGISTER_WORDS.importHint)}</span>
      </p>
      <SheetFaults faults={read?.faults ?? []} />
      {read !== null && read.faults.length === 0 && (
        <RegisterPreview
          changes={compareRegisters(standing, read.units)}
          change={change}
          onDone={() => setRead(null)}
        />
      )}
      {read !== null && <Button onClick={() => setRead(null)}>{say(REGISTER_WORDS.cancel)}</Button>}
    </div>
  );
}

/** The reader comes when it is first needed. */
async function readFile(file: File): Promise<RegisterSheet> {
  const { readWorkbook } = await import('../../shared/cells/read-workbook.ts');
  const result = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
  return readRegisterSheet(result.ok ? result.sheets : []);
}
