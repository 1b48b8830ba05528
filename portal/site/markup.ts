/*
 * Elements made by scripts of the public site. Texts are texts, never markup: what people typed into
 * their tables stands in them.
 */

type Child = Node | string;

/** An element of a class, with what it holds. */
export function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** A wording in both languages, Chinese first, in an element of its own. */
export function said<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  zh: string,
  en: string,
): HTMLElementTagNameMap[Name] {
  const english = made('span', '', en);
  english.lang = 'en';
  return made(name, '', `${zh} `, english);
}

/** A link; `content` stands in it. */
export function leading(href: string, ...content: readonly Child[]): HTMLAnchorElement {
  const anchor = made('a', '', ...content);
  anchor.href = href;
  return anchor;
}

/** The element of the page with this id. Throws where the page has none: our own fault. */
export function standing<Kind extends HTMLElement>(id: string): Kind {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element as Kind;
}

/** A file of the site as JSON, as it is now. Rejects when it cannot be had. */
export async function fetched<Content>(key: string): Promise<Content> {
  const answer = await fetch(key, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${key}: ${answer.status}`);
  return (await answer.json()) as Content;
}
