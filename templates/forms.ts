import type { FormDefinition } from './form.ts';
import { longgang2020 } from './longgang-2020/form.ts';
import { longgang2021 } from './longgang-2021/form.ts';

/** Every form the product knows; a new form is a folder beside this file and a line here. */
export const FORMS: readonly FormDefinition[] = [longgang2020, longgang2021];

/** The form with this id, or undefined. */
export const formById = (id: string): FormDefinition | undefined =>
  FORMS.find((form) => form.id === id);

/** The form with this id, which what is stored names; throws if there is none. */
export function knownForm(id: string): FormDefinition {
  const form = formById(id);
  if (form === undefined) throw new Error(`no form "${id}"`);
  return form;
}
