import { afterEach, expect, test, vi } from 'vitest';
import { fontsFolder } from './fonts-folder.ts';

afterEach(() => vi.unstubAllEnvs());

test('what is asked for goes before the environment; without either there is none', () => {
  vi.stubEnv('JIXIAO_FONTS', '');
  expect(fontsFolder(undefined)).toBeNull();
  vi.stubEnv('JIXIAO_FONTS', '/fonts');
  expect(fontsFolder(undefined)).toBe('/fonts');
  expect(fontsFolder('mine')).toBe('mine');
});
