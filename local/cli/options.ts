import { parseArgs } from 'node:util';
import { isPeriodId } from '../../shared/period.ts';
import { isDay } from '../../shared/severity.ts';
import { isUnitCode } from '../../shared/unit.ts';
import { fontsFolder } from '../fonts-folder.ts';
import { UsageError } from './usage-error.ts';

/** Papers that a report can be printed on. */
const PAPERS = ['a3', 'a4'] as const;

type Paper = (typeof PAPERS)[number];

/** Options of the commands, as typed. */
export interface CliOptions {
  readonly files: readonly string[];
  readonly period: string | null;
  readonly unit: string | null;
  readonly units: string | null;
  /** File of periods; null for those the product ships with. */
  readonly periods: string | null;
  /** Records of earlier revisions, one for the same period and one for the year before. */
  readonly previous: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly impact: boolean;
  readonly policy: string | null;
  readonly fix: string | null;
  readonly out: string | null;
  /** Folder of fonts that go before ours. */
  readonly fonts: string | null;
  readonly json: boolean;
  readonly all: boolean;
  readonly draft: boolean;
  readonly paper: Paper;
  readonly stamped: boolean;
  /** Number of the revision that a stamped copy names, from 1. */
  readonly revision: number | null;
  readonly unitName: string | null;
  readonly form: string | null;
  readonly rows: string | null;
  readonly from: string | null;
  /** Hash that an audit trail must end with. */
  readonly expect: string | null;
  /** Folder or index.json of a public site. */
  readonly site: string | null;
  readonly help: boolean;
}

const OPTIONS = {
  period: { type: 'string' },
  unit: { type: 'string' },
  units: { type: 'string' },
  periods: { type: 'string' },
  previous: { type: 'string', multiple: true },
  date: { type: 'string' },
  impact: { type: 'boolean' },
  policy: { type: 'string' },
  fix: { type: 'string' },
  out: { type: 'string' },
  fonts: { type: 'string' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  draft: { type: 'boolean' },
  paper: { type: 'string' },
  stamped: { type: 'boolean' },
  revision: { type: 'string' },
  'unit-name': { type: 'string' },
  form: { type: 'string' },
  rows: { type: 'string' },
  from: { type: 'string' },
  expect: { type: 'string' },
  site: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type OptionName = keyof typeof OPTIONS;

/** Reads a command's arguments; `allowed` are the options it knows besides `--help`. */
export function readOptions(args: readonly string[], allowed: readonly OptionName[]): CliOptions {
  const { values, positionals } = parse(args, allowed);
  if (values.period !== undefined && !isPeriodId(values.period)) {
    throw new UsageError(
      `--period 应为四位年份，如 2021，不是“${values.period}” / --period takes a year such as 2021`,
    );
  }
  if (values.unit !== undefined && !isUnitCode(values.unit)) {
    throw new UsageError(
      `--unit 应为单位代码，如 LG-FGJ，不是“${values.unit}” / --unit takes a code such as LG-FGJ`,
    );
  }
  if (values.date !== undefined && !isDay(values.date)) {
    throw new UsageError(
      `--date 应为日期，如 2027-01-01，不是“${values.date}” / --date takes a day such as 2027-01-01`,
    );
  }
  return {
    files: positionals,
    period: values.period ?? null,
    unit: values.unit ?? null,
    units: values.units ?? null,
    periods: values.periods ?? null,
    previous: values.previous ?? [],
    date: values.date ?? null,
    impact: values.impact ?? false,
    policy: values.policy ?? null,
    fix: values.fix ?? null,
    out: values.out ?? null,
    fonts: fontsFolder(values.fonts),
    json: values.json ?? false,
    all: values.all ?? false,
    draft: values.draft ?? false,
    paper: readPaper(values.paper ?? 'a3'),
    stamped: values.stamped ?? false,
    revision: values.revision === undefined ? null : readRevision(values.revision),
    unitName: values['unit-name'] ?? null,
    form: values.form ?? null,
    rows: values.rows ?? null,
    from: values.from ?? null,
    expect: values.expect ?? null,
    site: values.site ?? null,
    help: values.help ?? false,
  };
}

function readPaper(typed: string): Paper {
  const paper = PAPERS.find((known) => known === typed.toLowerCase());
  if (paper !== undefined) return paper;
  throw new UsageError(
    `--paper 应为 a3 或 a4，不是“${typed}” / --paper takes ${PAPERS.join(' or ')}`,
  );
}

function readRevision(typed: string): number {
  if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed);
  throw new UsageError(
    `--revision 应为版次，如 3，不是“${typed}” / --revision takes a number such as 3`,
  );
}

function parse(args: readonly string[], allowed: readonly OptionName[]) {
  const names = new Set<string>([...allowed, 'help']);
  try {
    const parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const unknown = Object.keys(parsed.values).find((name) => !names.has(name));
    if (unknown !== undefined) throw new TypeError(`Unknown option '--${unknown}'`);
    return parsed;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`参数不对：${error.message.split('. ')[0]}；见 jixiao --help`);
  }
}
