import { useId } from 'react';
import { useLanguage } from '../language.tsx';
import { PUBLICATION_WORDS } from './publication-words.ts';

interface TimeProps {
  /** As the browser's field has it, in Beijing; empty for at once. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time before which nothing is to be public; left empty it is now. */
export function NotBefore({ value, onChange }: TimeProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <p className="not-before">
      <label htmlFor={id}>{say(PUBLICATION_WORDS.notBefore)}</label>{' '}
      <input
        id={id}
        type="datetime-local"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </p>
  );
}

/** What was typed, as the API takes it: ISO 8601 in UTC. */
export const timeOf = (typed: string): string => new Date(`${typed}:00+08:00`).toISOString();
