import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, Redirect, Route, Switch, useLocation, useRoute } from 'wouter';
import type { Text } from '../shared/locale.ts';
import { CheckPage } from './check/check-page.tsx';
import { useLanguage } from './language.tsx';
import { SESSION_WORDS } from './send-words.ts';
import { ArrivedPage } from './session/arrived-page.tsx';
import { useSession } from './session/session.tsx';
import { seesBoard, useMe } from './session/use-me.ts';
import { FRAME_WORDS } from './words.ts';

/** Loaded when one of them is first opened: whoever only checks a file needs none. */
const SendPages = lazy(() => import('./send/pages.tsx'));

/** Where the links of a summary lead. */
const OpenPage = lazy(() => import('./open/open-page.tsx'));
/** For whoever holds a receipt, without signing in. */
const VerifyPage = lazy(() => import('./send/verify-page.tsx'));
/** For whoever holds a stamped copy and may read the unit's tables. */
const CodePages = lazy(() => import('./codes/pages.tsx'));
const SetupPages = lazy(() => import('./collections/pages.tsx'));

/** With their charts, for whoever looks at figures. */
const SumsPages = lazy(() => import('./sums/pages.tsx'));

const SEND_PATHS = /^\/(?<page>send|uploads|receipts|history|board|publication)(?:\/|$)/;

const SETUP_PATHS = /^\/(?<page>periods|register)(?:\/|$)/;

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
          <Route path="/sign-in">
            <ArrivedPage />
          </Route>
          <Route path="/check">
            <CheckPage />
          </Route>
          <Route path="/receipts/:id/:code">
            {({ id, code }) => (
              <Suspense fallback={<p className="narrow">{say(SESSION_WORDS.loading)}</p>}>
                <VerifyPage id={id} code={code} />
              </Suspense>
            )}
          </Route>
          <Route path="/codes/*?">
            <Suspense fallback={<p className="narrow">{say(SESSION_WORDS.loading)}</p>}>
              <CodePages />
            </Suspense>
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
          <Route path={SETUP_PATHS}>
            <Suspense fallback={<p className="narrow">{say(SESSION_WORDS.loading)}</p>}>
              <SetupPages />
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
        <SetupLinks />
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
  if (!seesBoard(me)) return null;
  return (
    <>
      <PageLink to="/board" name={FRAME_WORDS.board} />
      <PageLink to="/sums" name={FRAME_WORDS.sums} />
      <PageLink to="/publication" name={FRAME_WORDS.publication} />
    </>
  );
}

/** For finance, which sets up periods and register. */
function SetupLinks() {
  const me = useMe();
  if (me?.groups.includes('finance') !== true) return null;
  return (
    <>
      <PageLink to="/periods" name={FRAME_WORDS.periods} />
      <PageLink to="/register" name={FRAME_WORDS.register} />
    </>
  );
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
