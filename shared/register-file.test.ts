import { expect, test } from 'vitest';
import { readRegister } from './register-file.ts';
import { RegisterError } from './unit.ts';

// “LG-FGJ,发改局” as Excel saves it in China.
const IN_GB18030 = [
  ...new TextEncoder().encode('code,name,aliases,parent\r\nLG-FGJ,'),
  ...[0xb7, 0xa2, 0xb8, 0xc4, 0xbe, 0xd6],
  ...new TextEncoder().encode(',,\r\n'),
];

test('a register saved by Chinese Excel has the names it shows', () => {
  expect(readRegister(Uint8Array.from(IN_GB18030))).toMatchObject([
    { code: 'LG-FGJ', name: '发改局' },
  ]);
});

test('what is no text is no register', () => {
  expect(() => readRegister(Uint8Array.from([0xff, 0x00, 0xff]))).toThrow(RegisterError);
});
