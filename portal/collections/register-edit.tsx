import { Button } from 'antd';
import { useState } from 'react';
import { endedUnit } from '../../shared/register/compare-registers.ts';
import type { RegisterEntry } from '../../shared/register/register-entry.ts';
import { dayInChina } from '../../shared/severity.ts';
import { isUnitCode } from '../../shared/unit.ts';
import { useLanguage } from '../language.tsx';
import { TextRow } from './form-rows.tsx';
import { PERIOD_WORDS, REGISTER_WORDS } from './setup-words.ts';
import type { RegisterChange } from './use-register-change.ts';

interface EditProps {
  readonly unit: RegisterEntry;
  readonly change: RegisterChange;
  readonly onDone: () => void;
}

/** Changes one unit. Another code makes another unit, into which the old one is merged. */
export function RegisterEdit({ unit, change, onDone }: EditProps) {
  const { say } = useLanguage();
  const [draft, setDraft] = useState(unit);
  const [aliases, setAliases] = useState(unit.aliases.join('；'));
  const [reason, setReason] = useState('');
  const isNew = unit.code === '';
  const today = dayInChina(new Date().toISOString());
  const next = withTexts(draft, aliases);
  const save = async (...units: readonly RegisterEntry[]): Promise<void> => {
    if (await change.put(units, reason)) onDone();
  };
  const isRecoded = !isNew && next.code !== unit.code;
  const isReady =
    isUnitCode(next.code) && next.name !== '' && reason.trim() !== '' && !change.isBusy;
  const set = (changes: Partial<RegisterEntry>): void => setDraft({ ...draft, ...changes });
  return (
    <form
      className="answer-form setup"
      onSubmit={(event) => {
        event.preventDefault();
        const before = endedUnit(unit, today, next.code);
        void (isRecoded ? save(withoutHistory(next), before) : save(next));
      }}
    >
      <TextRow
        label={say(REGISTER_WORDS.code)}
        value={draft.code}
        onChange={(code) => set({ code: code.toUpperCase() })}
      />
      {isRecoded && <p className="quiet">{say(REGISTER_WORDS.recode)}</p>}
      <TextRow
        label={say(REGISTER_WORDS.name)}
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      <TextRow label={say(REGISTER_WORDS.aliases)} value={aliases} onChange={setAliases} />
      <TextRow
        label={say(REGISTER_WORDS.parent)}
        value={draft.parent ?? ''}
        onChange={(code) => set({ parent: code === '' ? null : code.toUpperCase() })}
      />
      <TextRow
        label={say(REGISTER_WORDS.contact)}
        value={draft.contact ?? ''}
        onChange={(contact) => set({ contact })}
      />
      <TextRow
        label={say(REGISTER_WORDS.phone)}
        value={draft.phone ?? ''}
        onChange={(phone) => set({ phone })}
      />
      <TextRow label={say(REGISTER_WORDS.reason)} value={reason} onChange={setReason} />
      <div className="owed-actions">
        <Button type="primary" htmlType="submit" disabled={!isReady}>
          {say(PERIOD_WORDS.save)}
        </Button>
        {!isNew && unit.retired !== true && (
          <Button disabled={!isReady} onClick={() => save(endedUnit(unit, today, null))}>
            {say(REGISTER_WORDS.end)}
          </Button>
        )}
        <Button onClick={onDone}>{say(REGISTER_WORDS.cancel)}</Button>
      </div>
    </form>
  );
}

/** As it is kept: blanks trimmed, what is empty left out. */
function withTexts({ contact = '', phone = '', ...unit }: RegisterEntry, aliases: string) {
  return {
    ...unit,
    name: unit.name.trim(),
    aliases: aliases
      .split(/[;；、]/u)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    ...(contact.trim() === '' ? {} : { contact: contact.trim() }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
  };
}

/** Under another code it is a unit of its own, without the end of the old one. */
function withoutHistory({ retired: _, ended: __, ...unit }: RegisterEntry): RegisterEntry {
  return unit;
}
