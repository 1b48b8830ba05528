import { App, Button } from 'antd';
import { minuteInChina } from '../../shared/severity.ts';
import type { Checked } from '../check/checked.ts';
import { useLanguage } from '../language.tsx';
import { SEND_WORDS } from '../send-words.ts';
import { filled } from '../words.ts';

/** What becomes of a file when somebody else has sent one meanwhile. */
export type OverrideChoice = 'override' | 'look' | 'stay';

/** What is asked before a file is sent. */
export interface SendQuestions {
  /** True at once when nothing must be mended. */
  readonly sendAnyway: () => Promise<boolean>;
  /** Whether to send over what somebody else (null: nobody knows who) has sent, at a time (ISO 8601). */
  readonly override: (sender: string | null, at: string | null) => Promise<OverrideChoice>;
}

/** Asks whoever is about to send. */
export function useSendQuestions({ counts }: Pick<Checked, 'counts'>): SendQuestions {
  const { say } = useLanguage();
  const { modal } = App.useApp();
  return {
    sendAnyway: async () =>
      counts.errors === 0 ||
      modal.confirm({
        title: say(filled(SEND_WORDS.errorsLeft, { errors: counts.errors })),
        content: say(SEND_WORDS.errorsAdvice),
        okText: say(SEND_WORDS.sendAnyway),
        cancelText: say(SEND_WORDS.back),
      }),
    override: (sender, at) =>
      new Promise((choose) => {
        const name = sender ?? say(SEND_WORDS.somebody);
        const when = at === null ? '—' : minuteInChina(at);
        const question = modal.confirm({
          title: say(filled(SEND_WORDS.somebodySent, { name, at: when })),
          content: say(SEND_WORDS.somebodySentAdvice),
          okText: say(SEND_WORDS.override),
          cancelText: say(SEND_WORDS.stay),
          onOk: () => choose('override'),
          // Escape does the same.
          onCancel: () => choose('stay'),
          footer: (_, { OkBtn, CancelBtn }) => (
            <div className="choices">
              <CancelBtn />
              <Button
                onClick={() => {
                  choose('look');
                  question.destroy();
                }}
              >
                {say(SEND_WORDS.lookFirst)}
              </Button>
              <OkBtn />
            </div>
          ),
        });
      }),
  };
}
