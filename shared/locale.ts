/** The two languages of every screen, message and file: Chinese first, English second. */
export type Locale = 'zh' | 'en';

/** One wording in both languages. */
export type Text = Readonly<Record<Locale, string>>;
