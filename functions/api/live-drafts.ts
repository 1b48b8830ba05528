import type { Drafts } from '../../shared/api-ports.ts';
import { type DraftPorts, printDraft } from '../../shared/draft.ts';
import { judge } from '../../shared/judge.ts';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import type { Environment } from '../environment.ts';
import { fontPlaces } from '../fonts.ts';
import { childReader } from '../intake/child-reader.ts';
import { fontPrinter } from '../render/printer.ts';

/** Drafts by the reader, the rules and the printer of the pipeline; a stranger's file is read in a child. */
export function liveDrafts(
  environment: Environment,
  submissions: DraftPorts['submissions'],
): Drafts {
  const places = fontPlaces(environment);
  const ports: DraftPorts = {
    submissions,
    reader: childReader(),
    judge: { judge, canPrint: loadMetrics(places).has },
    printer: fontPrinter(places),
  };
  return { print: (file) => printDraft(file, ports) };
}
