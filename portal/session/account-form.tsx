import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from './session.tsx';
import { TextField } from './text-field.tsx';

/** Account and password. */
export function AccountForm() {
  const { say } = useLanguage();
  const { api, take } = useSession();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      take(await api.signIn(account.trim(), password));
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <form className="sign-in" onSubmit={submit}>
      <TextField
        id="account"
        label={say(SESSION_WORDS.account)}
        autoComplete="username"
        value={account}
        onChange={setAccount}
      />
      <TextField
        id="password"
        type="password"
        label={say(SESSION_WORDS.password)}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <ProblemAlert problem={problem} />
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {say(SESSION_WORDS.signIn)}
      </Button>
    </form>
  );
}
