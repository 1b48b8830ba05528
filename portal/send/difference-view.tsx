import type { Difference } from '../../functions/api/schemas.ts';
import { useLanguage } from '../language.tsx';
import { UPLOAD_WORDS } from '../send-words.ts';
import { filled } from '../words.ts';

type NamedProject = Difference['added'][number];

/** What changed from one accepted revision to another, project by project. */
export function DifferenceView({ difference }: { readonly difference: Difference }) {
  const { say } = useLanguage();
  const { before, after, added, dropped, changed, unchanged } = difference;
  const isAmbiguous = ambiguityIn(difference);
  const isSame = added.length + dropped.length + changed.length === 0;
  return (
    <section className="difference" aria-live="polite">
      <h2>{say(filled(UPLOAD_WORDS.difference, { before, after }))}</h2>
      {isSame && <p>{say(UPLOAD_WORDS.noDifference)}</p>}
      <Named title={say(UPLOAD_WORDS.added)} projects={added} isAmbiguous={isAmbiguous} />
      <Named title={say(UPLOAD_WORDS.dropped)} projects={dropped} isAmbiguous={isAmbiguous} />
      {changed.length > 0 && <h3>{say(UPLOAD_WORDS.changed)}</h3>}
      {changed.map((project) => (
        <table key={project.number} className="revisions changes">
          <caption>
            <ProjectName project={project} isAmbiguous={isAmbiguous(project)} />
          </caption>
          <thead>
            <tr>
              <th scope="col">{say(UPLOAD_WORDS.column)}</th>
              <th scope="col">{say(UPLOAD_WORDS.before)}</th>
              <th scope="col">{say(UPLOAD_WORDS.after)}</th>
            </tr>
          </thead>
          <tbody>
            {project.cells.map((cell) => (
              <tr key={cell.field}>
                <td>{say(cell.title)}</td>
                <td>{cell.before === '' ? '—' : <del>{cell.before}</del>}</td>
                <td>{cell.after === '' ? '—' : <ins>{cell.after}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {unchanged > 0 && <p>{say(filled(UPLOAD_WORDS.unchanged, { count: unchanged }))}</p>}
    </section>
  );
}

interface NamedProps {
  readonly title: string;
  readonly projects: readonly NamedProject[];
  readonly isAmbiguous: (project: NamedProject) => boolean;
}

function Named({ title, projects, isAmbiguous }: NamedProps) {
  if (projects.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {projects.map((project) => (
          <li key={project.number}>
            <ProjectName project={project} isAmbiguous={isAmbiguous(project)} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface NameProps {
  readonly project: NamedProject;
  /** Another of the same name and unit is told, too. */
  readonly isAmbiguous: boolean;
}

/** A project by its name and unit; by its place as well where others are called the same. */
function ProjectName({ project: { number, name, unit }, isAmbiguous }: NameProps) {
  const { say } = useLanguage();
  return (
    <>
      {name === '' ? say(filled(UPLOAD_WORDS.nameless, { number })) : name}{' '}
      <span className="quiet">
        {unit}
        {isAmbiguous && say(filled(UPLOAD_WORDS.numbered, { number }))}
      </span>
    </>
  );
}

/** True for a project that is called like another one of the difference. */
function ambiguityIn({ added, dropped, changed }: Difference): (project: NamedProject) => boolean {
  const counts = new Map<string, number>();
  const called = ({ name, unit }: NamedProject): string => JSON.stringify([name, unit]);
  for (const project of [...added, ...dropped, ...changed]) {
    counts.set(called(project), (counts.get(called(project)) ?? 0) + 1);
  }
  return (project) => (counts.get(called(project)) ?? 0) > 1;
}
