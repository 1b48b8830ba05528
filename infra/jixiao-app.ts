import { App, type AppProps } from 'aws-cdk-lib';
import { JixiaoStack } from './jixiao-stack.ts';
import { settingsOf } from './settings.ts';

/** The CDK app over bundles that are already built: one stack, named for its stage. */
export function jixiaoApp(bundles: string, props: AppProps = {}): App {
  const app = new App({ analyticsReporting: false, ...props });
  const settings = settingsOf(app.node);
  new JixiaoStack(app, `${settings.prefix}-${settings.stage}`, {
    ...(settings.region !== null && { env: { region: settings.region } }),
    description: 'Jixiao 绩效: self-evaluation workbooks in, reports and summaries out',
    settings,
    bundles,
  });
  return app;
}
