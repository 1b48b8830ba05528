import { type ReactNode, useId, useState } from 'react';
import { linesOf } from './period-draft.ts';

interface RowProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'number';
  readonly placeholder?: string;
}

/** A line to type in. */
export function TextRow({ label, value, onChange, type = 'text', placeholder }: RowProps) {
  const id = useId();
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        placeholder={placeholder}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

interface LinesProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
}

/** Several entries to type in, a line each; kept as they are typed until the field is left. */
export function LinesRow({ label, lines, onChange }: LinesProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        value={typed ?? lines.join('\n')}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(linesOf(target.value));
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Value and what it is called. */
  readonly options: readonly (readonly [string, string])[];
}

/** One of several. */
export function ChoiceRow({ label, value, onChange, options }: ChoiceProps) {
  const id = useId();
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Yes or no. */
export function TickRow({ label, isOn, onChange }: TickProps) {
  const id = useId();
  return (
    <div className="form-row tick">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

/** Rows that belong together. */
export function FormPart({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="form-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
