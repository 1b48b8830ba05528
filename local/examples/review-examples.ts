import { signIn } from './person.ts';

/** The department that is furthest: it has published. */
const PUBLISHED = 'SL-JYJ';
const PASSED_ON = ['SL-JYJ-01', 'SL-JYJ-02'];
const APPROVED = ['SL-JYJ-01', 'SL-SWJ', 'SL-JTJ', 'SL-MZJ'];
const SENT_BACK = 'SL-ZJJ';

/**
 * What people have done with the made-up returns by now, through the API as in the pages: passed on,
 * approved, sent back; one department has signed and published its own.
 */
export async function reviewExamples(portal: string, period: string): Promise<void> {
  const first = (submitter: string) => ({ period, submitter, revision: 1 });
  const [reader, checker, head] = await Promise.all(
    ['jiaoyu', 'jiaoyu2', 'jiaoyu3'].map((account) => signIn(portal, account)),
  );
  const finance = await signIn(portal, 'caizheng');
  const talents = await signIn(portal, 'rencai');
  await talents.sayNothingToReport({ period, submitter: 'SL-RLJ-02' }, '本年度无项目支出预算');
  for (const unit of PASSED_ON) await reader?.act(first(unit), { kind: 'forward' });
  for (const unit of [PUBLISHED, ...APPROVED]) await finance.act(first(unit), { kind: 'approve' });
  await finance.act(first(SENT_BACK), {
    kind: 'send-back',
    reason: '第 2 项“老旧小区适老化改造”请补充改造小区的名单，并说明结余资金的处理。',
  });
  for (const person of [reader, checker, head]) {
    await person?.act(first(PUBLISHED), { kind: 'sign' });
  }
  await head?.act(first(PUBLISHED), { kind: 'publish' });
}
