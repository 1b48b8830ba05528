import { Route, Switch } from 'wouter';
import { readCheckCode } from '../../shared/read-check-code.ts';
import { SignedIn } from '../session/signed-in.tsx';
import { CodePage } from './code-page.tsx';
import '../send/send.css';
import './codes.css';

/** The page that check codes of stamped copies lead to, loaded when it is first opened. */
export default function CodePages() {
  return (
    <SignedIn>
      <Switch>
        <Route path="/codes/:period/:unit/:revision/:code">
          {({ period, unit, revision, code }) => (
            <CodePage
              key={`${period} ${unit} ${revision} ${code}`}
              asked={{
                period,
                unit: decodeURIComponent(unit).toUpperCase(),
                revision: /^\d+$/.test(revision) ? Number(revision) : null,
                code: readCheckCode(decodeURIComponent(code)) ?? code,
              }}
            />
          )}
        </Route>
        <Route path="/codes">
          <CodePage asked={null} />
        </Route>
      </Switch>
    </SignedIn>
  );
}
