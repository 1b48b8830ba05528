import { Route, Switch } from 'wouter';
import { PublicationPage } from '../publication/publication-page.tsx';
import { PublicationsPage } from '../publication/publications-page.tsx';
import { BoardPage } from '../review/board-page.tsx';
import { SignedIn } from '../session/signed-in.tsx';
import { HistoryPage } from './history-page.tsx';
import { ObligationsPage } from './obligations-page.tsx';
import { ReceiptPage } from './receipt-page.tsx';
import { SendPage } from './send-page.tsx';
import { UploadPage } from './upload-page.tsx';
import './send.css';
import '../review/review.css';
import '../table/table.css';
import '../publication/publication.css';

/** The pages for whoever is signed in, loaded when one of them is first opened. */
export default function SendPages() {
  return (
    <SignedIn>
      <Switch>
        <Route path="/send/:period/:unit">
          {({ period, unit }) => <SendPage key={`${period} ${unit}`} period={period} unit={unit} />}
        </Route>
        <Route path="/send">
          <ObligationsPage />
        </Route>
        <Route path="/uploads/:id">{({ id }) => <UploadPage id={id} />}</Route>
        <Route path="/receipts/:id">{({ id }) => <ReceiptPage id={id} />}</Route>
        <Route path="/board/:period?">
          {({ period }) => <BoardPage key={period} wanted={period ?? null} />}
        </Route>
        <Route path="/publication/:period/:unit">
          {({ period, unit }) => (
            <PublicationPage key={`${period} ${unit}`} period={period} unit={unit} />
          )}
        </Route>
        <Route path="/publication/:period?">
          {({ period }) => <PublicationsPage key={period} wanted={period ?? null} />}
        </Route>
        <Route path="/history/:period/:unit">
          {({ period, unit }) => <HistoryPage period={period} unit={unit} />}
        </Route>
      </Switch>
    </SignedIn>
  );
}
