import { Alert } from 'antd';
import type { Text } from '../shared/locale.ts';
import { ApiProblem, NetworkLost } from './api-request.ts';
import { useLanguage } from './language.tsx';
import { SESSION_WORDS } from './send-words.ts';
import { SignedOut } from './session/signed-out.ts';
import { filled } from './words.ts';

/** What went wrong and what to do about it; nothing where nothing did. */
export function ProblemAlert({ problem }: { readonly problem: unknown }) {
  const { say } = useLanguage();
  const text = textOf(problem);
  return text === null ? null : <Alert type="error" showIcon title={say(text)} />;
}

function textOf(problem: unknown): Text | null {
  if (problem === null || problem instanceof SignedOut) return null;
  if (problem instanceof ApiProblem) return problem.document.message;
  if (problem instanceof NetworkLost) return SESSION_WORDS.networkLost;
  if (isText(problem)) return problem;
  const reason = problem instanceof Error ? problem.message : String(problem);
  return filled(SESSION_WORDS.pageFault, { reason });
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
