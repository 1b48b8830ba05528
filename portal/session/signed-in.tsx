import { type ReactNode, useLayoutEffect } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../language.tsx';
import { SESSION_WORDS } from '../send-words.ts';
import { PasswordForm } from './password-form.tsx';
import { useSession } from './session.tsx';
import { SignIn } from './sign-in.tsx';

/** Shows its children to whoever is signed in, and others the way there. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const { session } = useSession();
  if (session === null) return <SignInPage />;
  if (session.mustChangePassword) return <PasswordForm session={session} />;
  return children;
}

function SignInPage() {
  const { say } = useLanguage();
  // The field that had the focus goes: what comes in its place is read from its beginning.
  useLayoutEffect(() => () => document.getElementById('content')?.focus(), []);
  return (
    <section className="narrow">
      <h1>{say(SESSION_WORDS.signIn)}</h1>
      <SignIn isAgain={false} />
      <p className="aside">
        {say(SESSION_WORDS.noAccountNeeded)} <Link href="/check">{say(SESSION_WORDS.toCheck)}</Link>
      </p>
    </section>
  );
}
