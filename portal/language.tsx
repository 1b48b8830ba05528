import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Locale, Text } from '../shared/locale.ts';

/** The language of the page, and how to say a text in it. */
export interface Language {
  readonly locale: Locale;
  readonly say: (text: Text) => string;
  readonly choose: (locale: Locale) => void;
}

const KEPT_AS = 'jixiao-language';

const LanguageContext = createContext<Language | null>(null);

/** The language of the page; throws outside `LanguageProvider`. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('no language around this component');
  return language;
}

/** Chinese until somebody chooses English, which the browser then remembers. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(keptLocale);
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  }, [locale]);
  const language = useMemo<Language>(
    () => ({
      locale,
      say: (text) => text[locale],
      choose(chosen) {
        setLocale(chosen);
        keep(chosen);
      },
    }),
    [locale],
  );
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** Storage may be forbidden: then every visit begins in Chinese. */
function keptLocale(): Locale {
  try {
    return window.localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function keep(locale: Locale): void {
  try {
    window.localStorage.setItem(KEPT_AS, locale);
  } catch {
    // Nothing depends on it.
  }
}
