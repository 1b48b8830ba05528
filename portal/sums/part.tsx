import { type ReactNode, useId } from 'react';
import type { Text } from '../../shared/locale.ts';
import { useLanguage } from '../language.tsx';

interface PartProps {
  readonly title: Text;
  /** How the figures are to be read. */
  readonly note?: Text | null;
  readonly children: ReactNode;
}

/** A part of the page under its heading. */
export function Part({ title, note = null, children }: PartProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <section className="sum-part" aria-labelledby={id}>
      <h2 id={id}>{say(title)}</h2>
      {note !== null && <p className="quiet">{say(note)}</p>}
      {children}
    </section>
  );
}
