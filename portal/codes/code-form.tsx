import { Alert, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { readStamp } from '../../shared/read-check-code.ts';
import { useLanguage } from '../language.tsx';
import { TextField } from '../session/text-field.tsx';
import { useMe } from '../session/use-me.ts';
import { CODE_WORDS } from './code-words.ts';

/** A check code, and the table that the paper says it is of. */
export interface AskedCode {
  readonly period: string;
  readonly unit: string;
  /** Null for whichever has the code. */
  readonly revision: number | null;
  readonly code: string;
}

/** Asks for a check code; what a QR code says fills in the rest by itself. */
export function CodeForm({ asked }: { readonly asked: AskedCode | null }) {
  const { say } = useLanguage();
  const [, go] = useLocation();
  const units = useMe()?.units ?? [];
  const [text, setText] = useState(asked?.code ?? '');
  const [period, setPeriod] = useState(asked?.period ?? '');
  const [unit, setUnit] = useState(
    asked?.unit ?? (units.length === 1 ? (units[0]?.code ?? '') : ''),
  );
  const [isUnreadable, setUnreadable] = useState(false);
  const read = (typed: string): void => {
    setText(typed);
    setUnreadable(false);
    const place = readStamp(typed)?.place ?? null;
    if (place === null) return;
    setPeriod(place.period);
    setUnit(place.unit);
  };
  const lookUp = (event: FormEvent): void => {
    event.preventDefault();
    const stamp = readStamp(text);
    setUnreadable(stamp === null);
    if (stamp === null) return;
    const revision = stamp.place?.revision ?? '-';
    const place = [period.trim(), encodeURIComponent(unit.trim().toUpperCase()), revision];
    go(`/codes/${place.join('/')}/${stamp.code}`);
  };
  return (
    <form className="code-form" onSubmit={lookUp}>
      <TextField
        id="code"
        label={say(CODE_WORDS.typed)}
        autoComplete="off"
        value={text}
        onChange={read}
      />
      <TextField
        id="period"
        label={say(CODE_WORDS.period)}
        autoComplete="off"
        value={period}
        onChange={setPeriod}
      />
      <TextField
        id="unit"
        label={say(CODE_WORDS.unit)}
        autoComplete="off"
        value={unit}
        onChange={setUnit}
      />
      {isUnreadable && <Alert type="error" showIcon title={say(CODE_WORDS.unreadable)} />}
      <Button type="primary" htmlType="submit">
        {say(CODE_WORDS.lookUp)}
      </Button>
    </form>
  );
}
