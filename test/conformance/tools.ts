import { accessSync, constants, globSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

/** Where `install.sh` puts what does not come from the distribution. */
export const INSTALLED = fileURLToPath(new URL('../../.cache/conformance', import.meta.url));

/** A server or validator of another project → the files it consists of; bare names are on the PATH. */
const FILES = {
  'cfn-lint': [path.join(INSTALLED, 'venv/bin/cfn-lint')],
  checkov: [path.join(INSTALLED, 'checkov/bin/checkov')],
  moto: [path.join(INSTALLED, 'venv/bin/moto_server')],
  'runtime client': [
    path.join(INSTALLED, 'runtime-client/node_modules/aws-lambda-ric/rapid-client.node'),
  ],
  'DynamoDB Local': ['java', path.join(INSTALLED, 'dynamodb-local/DynamoDBLocal-*.jar')],
  veraPDF: ['java', path.join(INSTALLED, 'verapdf/greenfield-apps-*.jar')],
  qpdf: ['qpdf'],
  poppler: ['pdffonts', 'pdftotext', 'pdftoppm'],
  LibreOffice: ['soffice'],
  openpyxl: [
    path.join(INSTALLED, 'venv/bin/python'),
    path.join(INSTALLED, 'venv/lib/python3*/site-packages/openpyxl'),
  ],
  'LibreOffice with Python': ['soffice', '/usr/lib/python3/dist-packages/uno.py'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Tool = keyof typeof FILES;

/**
 * Describes tests that need a tool. Without it they are counted as skipped and a line on stderr says
 * so; where `CI` is `true` that is a failure, since nobody reads such lines there.
 */
export function describeWith(tool: Tool, subject: string, tests: () => void): void {
  const missing = FILES[tool].filter((file) => !isInstalled(file));
  if (missing.length > 0) {
    const message =
      `缺少 ${tool}，“${subject}”未检验；请运行 bash test/conformance/install.sh / ` +
      `${tool} is missing (${missing.join(', ')}): "${subject}" is not tested; run bash test/conformance/install.sh`;
    if (process.env['CI'] === 'true') throw new Error(message);
    process.stderr.write(`${message}\n`);
  }
  describe.runIf(missing.length === 0)(subject, tests);
}

function isInstalled(file: string): boolean {
  if (file.includes(path.sep)) return globSync(file).length > 0;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => isExecutable(path.join(folder, file)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
