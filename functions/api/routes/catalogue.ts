import type { Route } from '../route.ts';
import { answerRoutes } from './answers.ts';
import { auditRoutes } from './audit.ts';
import { boardRoutes } from './board.ts';
import { checkBasisRoutes } from './check-basis.ts';
import { checkCodeRoutes } from './check-code.ts';
import { collectionRoutes } from './collection.ts';
import { definitionRoutes } from './definitions.ts';
import { differenceRoutes } from './difference.ts';
import { draftRoutes } from './draft.ts';
import { impactRoutes } from './impact.ts';
import { meRoutes } from './me.ts';
import { obligationRoutes } from './obligations.ts';
import { outputRoutes } from './outputs.ts';
import { periodRoutes } from './periods.ts';
import { plainFormRoutes } from './plain-form.ts';
import { projectListRoutes } from './project-list.ts';
import { publicationRoutes } from './publication.ts';
import { publicationListRoutes } from './publications.ts';
import { receiptRoutes } from './receipt.ts';
import { reviewRoutes } from './review.ts';
import { revisionRoutes } from './revisions.ts';
import { scanRoutes } from './scans.ts';
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
  ...checkBasisRoutes,
  ...draftRoutes,
  ...sendRoutes,
  ...plainFormRoutes,
  ...uploadRoutes,
  ...outputRoutes,
  ...receiptRoutes,
  ...checkCodeRoutes,
  ...revisionRoutes,
  ...differenceRoutes,
  ...answerRoutes,
  ...scanRoutes,
  ...reviewRoutes,
  ...publicationRoutes,
  ...publicationListRoutes,
  ...boardRoutes,
  ...sumsRoutes,
  ...summaryRoutes,
  ...auditRoutes,
  ...collectionRoutes,
  ...definitionRoutes,
  ...impactRoutes,
  ...projectListRoutes,
];
