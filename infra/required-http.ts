import type { Plugin } from 'esbuild';

/** Modules of Node that `import` loads with far more than is used. */
const COSTLY = /^(?:node:)?https?$/;
const REQUIRED = 'required';

/**
 * Has a bundle take Node's http by `require`. An `import` of it reads every export there is, and with them
 * those that Node keeps back until they are asked for: WebSocket and the rest of undici, a quarter
 * of a function's cold start.
 */
export const requiredHttp: Plugin = {
  name: 'required-http',
  setup(build) {
    build.onResolve({ filter: COSTLY }, ({ path, kind }) =>
      kind === 'import-statement' || kind === 'dynamic-import'
        ? { path: path.replace(/^(?:node:)?/, 'node:'), namespace: REQUIRED }
        : undefined,
    );
    build.onLoad({ filter: /./, namespace: REQUIRED }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};
