import { App } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle.ts';
import { jixiaoApp } from './jixiao-app.ts';
import { checkSecurity } from './security-checks.ts';
import { settingsOf } from './settings.ts';

/** What the CDK command line runs (cdk.json): `npm run deploy`, `npx cdk diff`. */
const BUNDLES = 'dist/functions';

// The app itself comes after the bundles, which it hashes.
await bundleFunctions(BUNDLES, settingsOf(new App().node).fonts);
const app = jixiaoApp(BUNDLES);
checkSecurity(app);
app.synth();
