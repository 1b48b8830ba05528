import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bundleFunctions } from './bundle.ts';
import { jixiaoApp } from './jixiao-app.ts';
import { checkSecurity } from './security-checks.ts';

/**
 * `npm run synth [-- --quiet] [--out DIR] [--bundles DIR] [--fonts DIR] [-c name=value …]`: the CloudFormation
 * template, offline.
 */
const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: 'cdk.out' },
    bundles: { type: 'string', default: 'dist/functions' },
    fonts: { type: 'string' },
    quiet: { type: 'boolean', default: false },
    context: { type: 'string', short: 'c', multiple: true, default: [] },
  },
});

await bundleFunctions(path.resolve(options.bundles), options.fonts ?? null);
const context = Object.fromEntries(
  options.context.map((setting) => {
    const [name = '', ...value] = setting.split('=');
    return [name, value.join('=')];
  }),
);
const app = jixiaoApp(path.resolve(options.bundles), {
  outdir: path.resolve(options.out),
  context,
});
checkSecurity(app);
const assembly = app.synth();

for (const stack of assembly.stacks) {
  for (const message of stack.messages) {
    process.stderr.write(`${message.level} ${message.id}: ${String(message.entry.data)}\n`);
    if (message.level !== 'info') process.exitCode = 1;
  }
  if (options.quiet) continue;
  const resources = Object.keys(stack.template.Resources as object).length;
  process.stdout.write(`${stack.templateFullPath}  ${stack.stackName}: ${resources} resources\n`);
}
