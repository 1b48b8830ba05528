/** What an installation says of its public site. */
export interface Site {
  readonly name: string;
  /** Where it is found, `https://…/`, with a slash at its end; null: no sitemap, as it needs one. */
  readonly address: string | null;
  /** Lines at the foot of every page: 网站标识码, ICP 备案, 公安备案. */
  readonly footer: readonly string[];
}
