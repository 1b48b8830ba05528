import { Route, Switch } from 'wouter';
import { SignedIn } from '../session/signed-in.tsx';
import { PeriodPage, PeriodsPage } from './periods-page.tsx';
import { ProjectListPage } from './project-list-page.tsx';
import { RegisterPage } from './register-page.tsx';
import '../send/send.css';
import '../review/review.css';
import '../sums/sums.css';
import './setup.css';
import './impact.css';

/** The pages on which finance sets up periods and register, loaded when one of them is first opened. */
export default function SetupPages() {
  return (
    <SignedIn>
      <Switch>
        <Route path="/periods/:id/projects">
          {({ id }) => <ProjectListPage key={id} period={id} />}
        </Route>
        <Route path="/periods/:id">{({ id }) => <PeriodPage key={id} id={id} />}</Route>
        <Route path="/periods">
          <PeriodsPage />
        </Route>
        <Route path="/register">
          <RegisterPage />
        </Route>
      </Switch>
    </SignedIn>
  );
}
