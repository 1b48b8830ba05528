import type * as z from 'zod';
import { StartError } from '../start-error.ts';
import { type References, resolve } from './intrinsics.ts';
import { nameOf } from './names.ts';
import { RESOURCE_TYPES } from './resource-types.ts';
import type { Resource, Template } from './template.ts';

/** Reads every resource of a type: its properties resolved and checked, its name here, its logical id. */
export type ReadAll = <Schema extends z.ZodObject, Result>(
  type: string,
  schema: Schema,
  read: (properties: z.infer<Schema>, name: string, logicalId: string) => Result,
) => Result[];

/** What reads the resources of a template. It throws StartError for a property that is not supported. */
export const resourceReader =
  (template: Template, references: References): ReadAll =>
  (type, schema, read) => {
    const resources = [...template.resources.values()].filter((resource) => resource.type === type);
    return resources.map((resource) => {
      const { logicalId } = resource;
      const resolved = resolve(effective(resource), references, logicalId);
      const checked = schema.safeParse(resolved);
      if (!checked.success) throw unsupported(logicalId, checked.error);
      return read(checked.data, nameOf(type, logicalId), logicalId);
    });
  };

/** The properties that take effect here; the others may refer to things that are not here. */
function effective({ type, properties }: Resource): Record<string, unknown> {
  const treatment = RESOURCE_TYPES[type];
  const without = treatment?.how === 'ignore' ? {} : (treatment?.without ?? {});
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !(name in without)));
}

function unsupported(logicalId: string, error: z.ZodError): StartError {
  const [issue] = error.issues;
  const where = issue?.path.join('.') ?? '';
  return new StartError(
    `资源 ${logicalId} 的 ${where || '属性'} 本机系统不支持：${issue?.message}`,
    `resource ${logicalId}: ${where || 'a property'} is not supported by the local system: ${issue?.message}`,
  );
}
