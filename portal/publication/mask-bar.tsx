import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../language.tsx';
import { placeIn } from '../table/official-view.ts';
import { PlaceName } from '../table/place-name.tsx';
import type { ShownDesk } from '../table/table-desk.ts';
import { filled } from '../words.ts';
import { type MasksDraft, maskAt } from './masks-draft.ts';
import { LEGAL_REASONS, PUBLICATION_WORDS } from './publication-words.ts';

interface BarProps {
  readonly desk: ShownDesk;
  /** Of the unit's file. */
  readonly sheet: string;
  /** What stands in the chosen cell, masked or not. */
  readonly text: string;
  readonly draft: MasksDraft;
  readonly mayMask: boolean;
}

/** The chosen cell: whether it is public, and why not. */
export function MaskBar({ desk, sheet, text, draft, mayMask }: BarProps) {
  const { say } = useLanguage();
  const { chosen } = desk;
  const place = placeIn(chosen?.key ?? '');
  if (chosen === null || place === null) {
    return (
      <p className="cell-bar empty">
        {say(mayMask ? PUBLICATION_WORDS.chooseToMask : PUBLICATION_WORDS.choose)}
      </p>
    );
  }
  const mask = maskAt(draft.masks, place);
  return (
    <section className="cell-bar" aria-label={say(PUBLICATION_WORDS.cell)}>
      <PlaceName chosen={chosen} />
      <p className="cell-text">{text === '' ? '—' : text}</p>
      {mask !== undefined && (
        <p>
          <b>{say(filled(PUBLICATION_WORDS.masked, { reason: mask.reason }))}</b>{' '}
          {mayMask && (
            <Button size="small" onClick={() => draft.remove(place)}>
              {say(PUBLICATION_WORDS.unmask)}
            </Button>
          )}
        </p>
      )}
      {mask === undefined && mayMask && (
        <MaskForm key={chosen.key} onMask={(reason) => draft.add({ sheet, ...place, reason })} />
      )}
    </section>
  );
}

const OTHER = '';

function MaskForm({ onMask }: { readonly onMask: (reason: string) => void }) {
  const { say } = useLanguage();
  const [chosen, setChosen] = useState<string>(LEGAL_REASONS[0]?.zh ?? OTHER);
  const [typed, setTyped] = useState('');
  const reason = chosen === OTHER ? typed.trim() : chosen;
  return (
    <div className="mask-form">
      <select
        aria-label={say(PUBLICATION_WORDS.why)}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
      >
        {LEGAL_REASONS.map((each) => (
          <option key={each.zh} value={each.zh}>
            {say(each)}
          </option>
        ))}
        <option value={OTHER}>{say(PUBLICATION_WORDS.otherWhy)}</option>
      </select>
      {chosen === OTHER && (
        <Input
          aria-label={say(PUBLICATION_WORDS.otherWhy)}
          maxLength={100}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
      <Button type="primary" disabled={reason === ''} onClick={() => onMask(reason)}>
        {say(PUBLICATION_WORDS.mask)}
      </Button>
    </div>
  );
}
