import { SEVERITY_NAMES } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { TABLE_WORDS } from '../words.ts';
import type { MarkName } from './places.ts';

/** One shape for each, so that colour is never needed to tell them apart. */
const SIGNS: Readonly<Record<MarkName, string>> = {
  error: '✕',
  warning: '!',
  hint: 'i',
  sign: '签',
  comment: '批',
  masked: '遮',
};

const markTitle = (mark: MarkName) =>
  mark === 'sign' || mark === 'comment' || mark === 'masked'
    ? TABLE_WORDS[mark]
    : SEVERITY_NAMES[mark];

/** The small sign in a cell's corner; its name is for those who hear the page. */
export function CornerMark({ mark }: { readonly mark: MarkName }) {
  const { say } = useLanguage();
  return (
    <span className={`corner ${mark}`}>
      <span aria-hidden="true">{SIGNS[mark]}</span>
      <span className="heard">{say(markTitle(mark))}</span>
    </span>
  );
}

/** The name of a mark with its sign, as it stands before a message. */
export function MarkTag({ mark }: { readonly mark: MarkName }) {
  const { say } = useLanguage();
  return (
    <span className={`tag ${mark}`}>
      <span aria-hidden="true">{SIGNS[mark]} </span>
      {say(markTitle(mark))}
    </span>
  );
}
