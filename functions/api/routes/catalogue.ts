import type { Route } from '../route.ts';
import { answerRoutes } from './answers.ts';
import { auditRoutes } from './audit.ts';
import { boardRoutes } from './board.ts';
import { differenceRoutes } from './difference.ts';
import { meRoutes } from './me.ts';
import { obligationRoutes } from './obligations.ts';
import { outputRoutes } from './outputs.ts';
import { periodRoutes } from './periods.ts';
import { plainFormRoutes } from './plain-form.ts';
import { receiptRoutes } from './receipt.ts';
import { reviewRoutes } from './review.ts';
import { revisionRoutes } from './revisions.ts';
import { sendRoutes } from './send.ts';
import { sessionRoutes } from './session.ts';
import { summaryRoutes } from './summary.ts';
import { sumsRoutes } from './sums.ts';
import { templateRoutes } from './template.ts';
import { uploadRoutes } from './uploads.ts';

/** Every route of the API but its own description, in the order in which a unit, then its reviewers meet them. */
export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...meRoutes,
  ...periodRoutes,
  ...obligationRoutes,
  ...templateRoutes,
  ...sendRoutes,
  ...plainFormRoutes,
  ...uploadRoutes,
  ...outputRoutes,
  ...receiptRoutes,
  ...revisionRoutes,
  ...differenceRoutes,
  ...answerRoutes,
  ...reviewRoutes,
  ...boardRoutes,
  ...sumsRoutes,
  ...summaryRoutes,
  ...auditRoutes,
];
