import { type ReactNode, useState } from 'react';

interface FoldedProps {
  readonly title: string;
  /** Open from the beginning. */
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** Something that is made, and fetched, only once somebody opens it. */
export function Folded({ title, isOpen = false, children }: FoldedProps) {
  const [wasOpened, setOpened] = useState(isOpen);
  return (
    <details
      className="review-more"
      open={isOpen}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary>{title}</summary>
      {wasOpened && children}
    </details>
  );
}
