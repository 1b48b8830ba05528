import type { Difference } from '../../functions/api/schemas.ts';
import { useLanguage } from '../language.tsx';
import { UPLOAD_WORDS } from '../send-words.ts';
import { filled } from '../words.ts';

type NamedProject = Difference['added'][number];

/** What changed from one accepted revision to another, project by project. */
export function DifferenceView({ difference }: { readonly difference: Difference }) {
  const { say } = useLanguage();
  const { before, after, added, dropped, changed, unchanged } = difference;
  const isSame = added.length + dropped.length + changed.length === 0;
  return (
    <section className="difference" aria-live="polite">
      <h2>{say(filled(UPLOAD_WORDS.difference, { before, after }))}</h2>
      {isSame && <p>{say(UPLOAD_WORDS.noDifference)}</p>}
      <Named title={say(UPLOAD_WORDS.added)} projects={added} />
      <Named title={say(UPLOAD_WORDS.dropped)} projects={dropped} />
      {changed.length > 0 && <h3>{say(UPLOAD_WORDS.changed)}</h3>}
      {changed.map((project) => (
        <table key={project.number} className="revisions changes">
          <caption>
            <ProjectName project={project} />
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

function Named({
  title,
  projects,
}: {
  readonly title: string;
  readonly projects: readonly NamedProject[];
}) {
  if (projects.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {projects.map((project) => (
          <li key={project.number}>
            <ProjectName project={project} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A project by its place in the table, as serials may repeat. */
function ProjectName({ project: { number, name, unit } }: { readonly project: NamedProject }) {
  const { say } = useLanguage();
  return (
    <>
      <span className="quiet">{say(filled(UPLOAD_WORDS.numbered, { number }))}</span> {name}{' '}
      <span className="quiet">{unit}</span>
    </>
  );
}
