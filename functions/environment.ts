import process from 'node:process';
import * as z from 'zod';
import type { Site } from '../shared/site.ts';

const name = z.string().min(1);

const siteSchema = z.strictObject({
  name: name.default('部门预算项目绩效自评公开'),
  address: z.url().endsWith('/').nullable().default(null),
  footer: z
    .array(z.union([z.string(), z.strictObject({ text: z.string(), href: z.url() })]))
    .default([]),
});

const environmentSchema = z.object({
  /** Name of the installation, by which its metrics are told from another's. */
  SYSTEM_NAME: name,
  TABLE_NAME: name,
  UPLOADS_BUCKET: name,
  OUTPUTS_BUCKET: name,
  INTAKE_QUEUE_URL: z.url(),
  INTAKE_DEAD_LETTER_QUEUE_URL: z.url(),
  RENDER_QUEUE_URL: z.url(),
  SUMMARISE_QUEUE_URL: z.url(),
  PUBLISH_QUEUE_URL: z.url(),
  PUBLIC_BUCKET: name,
  /** What the public site says of itself, as JSON. */
  SITE: name.exactOptional(),
  /** The CDN distribution before the public bucket; empty where there is none. */
  PUBLIC_DISTRIBUTION: z.string().exactOptional(),
  /** Folder of what pages of the public site load, relative to the working directory. */
  SITE_DIRECTORY: name.exactOptional(),
  /** Where unit and finance are told what became of an upload. */
  NOTICES_TOPIC_ARN: name,
  /** The identity provider whose tokens the API takes; without it, it has accounts of its own. */
  TOKEN_ISSUER: z.url().exactOptional(),
  TOKEN_AUDIENCE: name.exactOptional(),
  /** Where the provider's public keys are; `/.well-known/jwks.json` below the issuer by default. */
  TOKEN_KEYS_URL: z.url().exactOptional(),
  /** The pages as that provider knows them, and what they ask it for. */
  TOKEN_CLIENT: name.exactOptional(),
  TOKEN_SCOPE: name.exactOptional(),
  /** Where the pages are, as browsers see it, for addresses in receipts and summaries; else they are relative. */
  PORTAL_ORIGIN: z.url().exactOptional(),
  /** Proxies of one's own before the API's gateway, each of which adds whom it speaks for. */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-5]$/)
    .exactOptional(),
  /** Folder of the report's fonts, relative to the working directory; the source tree's by default. */
  FONTS_DIRECTORY: name.exactOptional(),
});

/** What the stack tells every function. */
export type Environment = z.infer<typeof environmentSchema>;

/** Reads it once, when a function starts. Throws with the names that are missing or wrong. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (parsed.success) return parsed.data;
  throw new Error(`environment variables of the function:\n${z.prettifyError(parsed.error)}`);
}

/** Where the pages are, without a slash at its end; null where that is not known. */
export const portalOriginIn = ({ PORTAL_ORIGIN }: Pick<Environment, 'PORTAL_ORIGIN'>) =>
  PORTAL_ORIGIN?.replace(/\/$/, '') ?? null;

/** What the public site says of itself. Throws for anything that it cannot. */
export const siteIn = ({ SITE = '{}' }: Pick<Environment, 'SITE'>): Site =>
  siteSchema.parse(JSON.parse(SITE));
