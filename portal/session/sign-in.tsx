import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { SignInWay } from '../../functions/api/people-schemas.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { AccountForm } from './account-form.tsx';
import { beginSignIn } from './provider.ts';
import { useSession } from './session.tsx';

interface SignInProps {
  /** Over a page whose session has expired: the page stays, and another tab goes to the provider. */
  readonly isAgain: boolean;
}

/** The way to sign in that this installation has. */
export function SignIn({ isAgain }: SignInProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { value: way, problem } = useFetched(useCallback(() => api.signInWay(), [api]));
  if (problem !== null) return <ProblemAlert problem={problem} />;
  if (way === null) return <p>{say(SESSION_WORDS.loading)}</p>;
  if (way.kind === 'own') return <AccountForm />;
  if (way.kind === 'elsewhere') return <p>{say(SESSION_WORDS.elsewhere)}</p>;
  return <AtProvider way={way} isAgain={isAgain} />;
}

interface AtProviderProps extends SignInProps {
  readonly way: Extract<SignInWay, { kind: 'provider' }>;
}

function AtProvider({ way, isAgain }: AtProviderProps) {
  const { say } = useLanguage();
  const [problem, setProblem] = useState<unknown>(null);
  const leave = async (): Promise<void> => {
    // Opened by the click itself, or the browser takes it for an advertisement.
    const tab = isAgain ? window.open('', '_blank') : window;
    try {
      const { pathname, search } = window.location;
      const url = await beginSignIn(way, isAgain ? null : pathname + search);
      tab?.location.assign(url);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <p>{say(SESSION_WORDS.atProviderHint)}</p>
      <ProblemAlert problem={problem} />
      <Button type="primary" onClick={() => void leave()}>
        {say(SESSION_WORDS.atProvider)}
      </Button>
    </>
  );
}
