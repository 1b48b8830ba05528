import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

/** Holds the app against cdk-nag's AwsSolutions pack: `app.synth()` then throws on what is not acknowledged. */
export const checkSecurity = (app: App): void =>
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
