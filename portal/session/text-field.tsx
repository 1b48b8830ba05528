import { Input } from 'antd';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly type?: 'text' | 'password';
  readonly autoComplete: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A labelled field that must be filled in. */
export function TextField({ id, label, type = 'text', autoComplete, value, onChange }: FieldProps) {
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        name={id}
        type={type}
        required
        autoComplete={autoComplete}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
