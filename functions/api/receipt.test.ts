import { beforeEach, describe, expect, test } from 'vitest';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';
import type { FileRows } from '../../test/stand-in-files.ts';
import type { Receipt, VerifiedReceipt } from './receipt-schemas.ts';
import type { Sent } from './sending-schemas.ts';

const UNIT = '/api/periods/2021/units/LG-FGJ';

let world: ApiWorld;
let minutes = 0;
beforeEach(async () => {
  world = await makeApiWorld();
  minutes = 0;
});

const send = async (who: Person, rows: FileRows | 'JPEG'): Promise<string> => {
  minutes += 1;
  world.now = `2022-03-01T04:${String(minutes).padStart(2, '0')}:00.000Z`;
  const { id } = (await (await world.sendAs(who, rows)).json()) as Sent;
  await world.settle();
  return id;
};
const receiptOf = async (id: string): Promise<Receipt> =>
  (await (await world.ask('zhang', `/api/uploads/${id}/receipt`)).json()) as Receipt;

const askFor = (id: string, code: string): Promise<Response> =>
  world.ask(null, `/api/receipts?${new URLSearchParams({ id, code })}`);

/** As whoever holds the paper asks: by what its code leads to, and nothing else. */
const verified = async ({ verificationAddress }: Receipt): Promise<VerifiedReceipt> => {
  const [, , id = '', code = ''] = verificationAddress.split('/');
  return (await (await askFor(id, code)).json()) as VerifiedReceipt;
};

describe('a receipt', () => {
  test('is verified by the code on it, without signing in, and says no more than the paper', async () => {
    const receipt = await receiptOf(await send('zhang', [{}]));
    const told = await verified(receipt);
    const { sender, report, ...paper } = receipt;
    expect({ ...paper, sender: sender.name, reportSha256: report.sha256 }).toMatchObject(told);
    expect(told).toMatchObject({ sender: '张三', revision: 1, standing: 'current' });
  });

  test('has the same code whenever it is looked at', async () => {
    const id = await send('zhang', [{}]);
    const { verificationAddress } = await receiptOf(id);
    expect((await receiptOf(id)).verificationAddress).toBe(verificationAddress);
  });

  test('that nobody has asked for, with another code or another’s, is none', async () => {
    const id = await send('zhang', [{}]);
    const other = await send('li', [{ projectName: '乙' }]);
    const status = async (code: string, of = id): Promise<number> =>
      (await askFor(of, code)).status;
    expect(await status('undefined')).toBe(404);
    const { verificationAddress } = await receiptOf(id);
    const code = verificationAddress.split('/').at(-1) ?? '';
    await receiptOf(other);
    expect([await status(code), await status(`${code}x`), await status(code, other)]).toEqual([
      200, 404, 404,
    ]);
  });
});

describe('it says how what it speaks of stands now', () => {
  const standing = async (id: string) => {
    const { standing: now, standingName, recalledAt } = await verified(await receiptOf(id));
    return [now, standingName.zh, recalledAt];
  };

  test('returned, replaced, current, and as the same bytes before', async () => {
    const returned = await send('zhang', 'JPEG');
    const replaced = await send('zhang', [{ projectName: '甲' }]);
    const current = await send('zhang', [{ projectName: '乙' }]);
    const again = await send('li', [{ projectName: '乙' }]);
    expect(await standing(returned)).toEqual(['returned', '校验未通过', null]);
    expect(await standing(replaced)).toEqual(['replaced', '已被后来的版次替代', null]);
    expect(await standing(current)).toEqual(['current', '现行', null]);
    expect(await standing(again)).toEqual(['current', '现行', null]);
  });

  test('taken back, and still so when another came in its place', async () => {
    const id = await send('zhang', [{ projectName: '甲' }]);
    await world.post('zhang', `${UNIT}/revisions/1/recall`);
    const recalledAt = world.now;
    expect(await standing(id)).toEqual(['recalled', '已撤销', recalledAt]);
    await send('li', [{ projectName: '乙' }]);
    expect(await standing(id)).toEqual(['recalled', '已撤销', recalledAt]);
    const upload = await (await world.ask('zhang', `/api/uploads/${id}`)).json();
    expect(upload).toMatchObject({ recalledAt });
  });

  test('sent back in its review', async () => {
    const id = await send('zhang', [{ projectName: '甲' }]);
    const action = { kind: 'send-back', reason: '请补充' };
    await world.post('cai', `${UNIT}/revisions/1/acts`, { id: 'back-no-1', action });
    expect(await standing(id)).toEqual(['sent-back', '审核退回', null]);
  });
});
