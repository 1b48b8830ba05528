import { bundleFunctions } from './bundle.ts';
import { jixiaoApp } from './jixiao-app.ts';
import { checkSecurity } from './security-checks.ts';

/** What the CDK command line runs (cdk.json): `npm run deploy`, `npx cdk diff`. */
const BUNDLES = 'dist/functions';

await bundleFunctions(BUNDLES);
const app = jixiaoApp(BUNDLES);
checkSecurity(app);
app.synth();
