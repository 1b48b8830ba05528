import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Session } from '../../functions/api/people-schemas.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from './session.tsx';
import { TextField } from './text-field.tsx';

/** The first password, given by an administrator, is changed before anything else. */
export function PasswordForm({ session }: { readonly session: Session }) {
  const { say } = useLanguage();
  const { api, take } = useSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (next !== again) return setProblem(SESSION_WORDS.notTheSame);
    setProblem(null);
    await api.changePassword(session.token, current, next).then(take, setProblem);
  };
  const field = (id: string, label: string, value: string, onChange: (value: string) => void) => (
    <TextField
      id={id}
      type="password"
      label={label}
      autoComplete={id === 'current' ? 'current-password' : 'new-password'}
      value={value}
      onChange={onChange}
    />
  );
  return (
    <section className="narrow">
      <h1>{say(SESSION_WORDS.changeFirst)}</h1>
      <form className="sign-in" onSubmit={submit}>
        {field('current', say(SESSION_WORDS.currentPassword), current, setCurrent)}
        {field('next', say(SESSION_WORDS.nextPassword), next, setNext)}
        {field('again', say(SESSION_WORDS.nextAgain), again, setAgain)}
        <ProblemAlert problem={problem} />
        <Button type="primary" htmlType="submit">
          {say(SESSION_WORDS.change)}
        </Button>
      </form>
    </section>
  );
}
