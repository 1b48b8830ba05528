import { Route, Switch } from 'wouter';
import { SignedIn } from '../session/signed-in.tsx';
import { SumsPage } from './sums-page.tsx';
import '../send/send.css';
import '../review/review.css';
import './sums.css';

/** The pages 汇总, loaded with their charts when one is first opened. */
export default function SumsPages() {
  return (
    <SignedIn>
      <Switch>
        <Route path="/sums/:period?/:department?">
          {({ period = null, department = null }) => (
            <SumsPage
              key={`${period} ${department}`}
              wanted={period}
              department={department === null ? null : decodeURIComponent(department)}
            />
          )}
        </Route>
      </Switch>
    </SignedIn>
  );
}
