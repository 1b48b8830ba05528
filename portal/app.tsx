import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, Redirect, Route, Switch, useLocation, useRoute } from 'wouter';
import type { Text } from '../shared/locale.ts';
import { CheckPage } from './check/check-page.tsx';
import { useLanguage } from './language.tsx';
import { SESSION_WORDS } from './send-words.ts';
import { useSession } from './session/session.tsx';
import { seesBoard, useMe } from './session/use-me.ts';
import { FRAME_WORDS } from './words.ts';

/** Loaded when one of them is first opened: whoever only checks a file needs none. */
const SendPages = lazy(() => import('./send/pages.tsx'));

/** Where the links of a summary lead. */
const OpenPage = lazy(() => import('./open/open-page.tsx'));

/** With their charts, for whoever looks at figures. */
const SumsPages = lazy(() => import('./sums/pages.tsx'));

const SEND_PATHS = /^\/(?<page>send|uploads|receipts|history|board)(?:\/|$)/;

/** The frame around every page, and which page stands at an address. */
export function App() {
  const { say } = useLanguage();
  const content = useFocusOnArrival();
  return (
    <>
      <a className="skip" href="#content">
        {say(FRAME_WORDS.skip)}
      </a>
      <Frame />
      <main id="content" tabIndex={-1} ref={content}>
        <Switch>
          <Route path="/">
            <Redirect to="/send" replace />
          </Route>
          <Route path="/check">
            <CheckPage />
          </Route>
          <Route path={SEND_PATHS}>
            <Suspense fallback={<p className="narrow">{say(SESSION_WORDS.loading)}</p>}>
              <SendPages />
            </Suspense>
          </Route>
          <Route path="/sums/*?">
            <Suspense fallback={<p className="narrow">{say(SESSION_WORDS.loading)}</p>}>
              <SumsPages />
            </Suspense>
          </Route>
          <Route path="/open">
            <Suspense fallback={<p className="narrow">{say(SESSION_WORDS.loading)}</p>}>
              <OpenPage />
            </Suspense>
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </main>
    </>
  );
}

/** Another page is read from its beginning, as one loaded anew would be. */
function useFocusOnArrival() {
  const content = useRef<HTMLElement>(null);
  const [address] = useLocation();
  const last = useRef(address);
  useEffect(() => {
    if (last.current === address) return;
    last.current = address;
    content.current?.focus();
    window.scrollTo(0, 0);
  }, [address]);
  return content;
}

function Frame() {
  const { say, locale, choose } = useLanguage();
  return (
    <header className="frame">
      <span className="product">{say(FRAME_WORDS.product)}</span>
      <nav aria-label={say(FRAME_WORDS.pages)}>
        <PageLink to="/send" name={FRAME_WORDS.send} />
        <BoardLink />
        <SumsLink />
        <PageLink to="/check" name={FRAME_WORDS.check} />
      </nav>
      <SignOut />
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

/** For whoever looks at more than the units they send for. */
function BoardLink() {
  const me = useMe();
  return seesBoard(me) ? <PageLink to="/board" name={FRAME_WORDS.board} /> : null;
}

/** For the same people. */
function SumsLink() {
  const me = useMe();
  return seesBoard(me) ? <PageLink to="/sums" name={FRAME_WORDS.sums} /> : null;
}

function SignOut() {
  const { say } = useLanguage();
  const { session, leave } = useSession();
  if (session === null) return null;
  return (
    <>
      <WhoIsHere />
      <button type="button" onClick={leave}>
        {say(SESSION_WORDS.signOut)}
      </button>
    </>
  );
}

/** Whose name stands under what is sent: computers are shared. */
function WhoIsHere() {
  const me = useMe();
  return me === null ? null : <span>{me.name}</span>;
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
