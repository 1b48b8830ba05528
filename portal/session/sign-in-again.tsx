import { Modal } from 'antd';
import { useLanguage } from '../language.tsx';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from './session.tsx';
import { SignIn } from './sign-in.tsx';

/** Over the page when the session has expired: what is on the page waits below. */
export function SignInAgain() {
  const { say } = useLanguage();
  const { stay } = useSession();
  return (
    <Modal
      open
      title={say(SESSION_WORDS.expired)}
      footer={null}
      onCancel={stay}
      mask={{ closable: false }}
    >
      <p>{say(SESSION_WORDS.nothingLost)}</p>
      <SignIn isAgain />
    </Modal>
  );
}
