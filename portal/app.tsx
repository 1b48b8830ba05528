import { Link, Redirect, Route, Switch, useRoute } from 'wouter';
import type { Text } from '../shared/locale.ts';
import { CheckPage } from './check/check-page.tsx';
import { useLanguage } from './language.tsx';
import { FRAME_WORDS } from './words.ts';

/** The frame around every page, and which page stands at an address. */
export function App() {
  const { say } = useLanguage();
  return (
    <>
      <a className="skip" href="#content">
        {say(FRAME_WORDS.skip)}
      </a>
      <Frame />
      <main id="content" tabIndex={-1}>
        <Switch>
          <Route path="/">
            <Redirect to="/check" replace />
          </Route>
          <Route path="/check">
            <CheckPage />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </main>
    </>
  );
}

function Frame() {
  const { say, locale, choose } = useLanguage();
  return (
    <header className="frame">
      <span className="product">{say(FRAME_WORDS.product)}</span>
      <nav aria-label={say(FRAME_WORDS.pages)}>
        <PageLink to="/check" name={FRAME_WORDS.check} />
      </nav>
      <button
        type="button"
        lang={locale === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => choose(locale === 'zh' ? 'en' : 'zh')}
      >
        {say(FRAME_WORDS.switchLanguage)}
      </button>
    </header>
  );
}

function PageLink({ to, name }: { readonly to: string; readonly name: Text }) {
  const { say } = useLanguage();
  const [isHere] = useRoute(`${to}/*?`);
  return (
    <Link href={to} aria-current={isHere ? 'page' : undefined}>
      {say(name)}
    </Link>
  );
}

function NotFound() {
  const { say } = useLanguage();
  return (
    <section className="narrow">
      <h1>{say(FRAME_WORDS.notFound)}</h1>
      <Link href="/check">{say(FRAME_WORDS.toCheck)}</Link>
    </section>
  );
}
