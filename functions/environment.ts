import process from 'node:process';
import * as z from 'zod';

const name = z.string().min(1);

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
  /** Where unit and finance are told what became of an upload. */
  NOTICES_TOPIC_ARN: name,
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
