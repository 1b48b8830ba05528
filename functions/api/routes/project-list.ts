import type { BureauState } from '../../../shared/bureau-state.ts';
import type { ListedProject } from '../../../shared/records/project-list.ts';
import type { RegisterEntry } from '../../../shared/register/register-entry.ts';
import { loadProjectList } from '../../../shared/store/load-project-list.ts';
import { json } from '../answer.ts';
import {
  type ListPart,
  listPartSchema,
  listPartTakenSchema,
  type ProjectListAnswer,
  projectListSchema,
} from '../collection-schemas.ts';
import { periodRoute, unitRoute } from '../guarded-routes.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';

/** The project list (项目清单) that returns are held against. */
export const projectListRoutes: readonly Route[] = [
  periodRoute({
    access: 'manage',
    method: 'get',
    path: '/api/periods/{period}/projects',
    title: { zh: '项目清单', en: 'The list of projects' },
    answer: {
      status: 200,
      says: { zh: '现行的一份，全部项目', en: 'The one in force, all of it' },
      schema: projectListSchema,
    },
    problems: [],
    async handle({ api: { ports }, period: { id } }) {
      const { list } = await ports.submissions.bureauState(id);
      const projects = list === null ? [] : await ports.submissions.listedOf(id, list.id, null);
      return json(projectListSchema, { list: noteOf(list), projects: [...projects] });
    },
  }),
  periodRoute({
    access: 'manage',
    method: 'post',
    path: '/api/periods/{period}/projects/parts',
    title: { zh: '导入项目清单（分批）', en: 'Import a part of a list of projects' },
    body: listPartSchema,
    answer: {
      status: 201,
      says: {
        zh: '已保存，尚未生效；全部传完后以 list-projects 生效',
        en: 'Kept, and not in force yet: the act list-projects puts all parts into force',
      },
      schema: listPartTakenSchema,
    },
    problems: ['wrong-type', 'request-too-large', 'act-refused'],
    async handle({ api: { ports }, period: { id }, body }) {
      const { list, part, projects } = body;
      const state = await ports.submissions.bureauState(id);
      // What returns were held against never changes.
      if (state.list?.id === list) throw new Refusal('act-refused');
      const register = await ports.submissions.registerEntries();
      await ports.submissions.keepListed(id, list, part, placed(projects, register));
      return json(listPartTakenSchema, { part, projects: projects.length }, { status: 201 });
    },
  }),
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: '/api/periods/{period}/units/{unit}/projects',
    title: { zh: '本单位的项目清单', en: 'The listed projects of a unit' },
    answer: {
      status: 200,
      says: { zh: '本单位及下属单位的项目', en: 'Those of the unit and of all below it' },
      schema: projectListSchema,
    },
    problems: [],
    async handle({ api: { ports }, submission: { period, submitter } }) {
      const { list } = await ports.submissions.bureauState(period);
      const register = await ports.submissions.registerFor(submitter);
      const own = { period, submitter };
      const listed = await loadProjectList(own, list?.id, register, ports.submissions);
      return json(projectListSchema, {
        list: noteOf(list),
        projects: [...(listed?.projects ?? [])],
      });
    },
  }),
];

const noteOf = (list: BureauState['list']): ProjectListAnswer['list'] =>
  list === null ? null : { id: list.id, projects: list.projects, name: list.name, at: list.at };

/** Projects with name and department of their units, as the register is now. Refuses a unit beyond it. */
function placed(
  projects: ListPart['projects'],
  register: readonly RegisterEntry[],
): readonly ListedProject[] {
  const byCode = new Map(register.map((unit) => [unit.code, unit]));
  return projects.map((project) => {
    const unit = byCode.get(project.unit);
    if (unit === undefined) {
      const detail = {
        zh: `名册里没有 ${project.unit}。`,
        en: `The register has no ${project.unit}.`,
      };
      throw new Refusal('not-valid', { detail });
    }
    return { ...project, unitName: unit.name, department: departmentOf(unit, byCode) };
  });
}

function departmentOf(unit: RegisterEntry, byCode: ReadonlyMap<string, RegisterEntry>): string {
  let top = unit;
  // No register has a ring: whoever changes it is refused.
  for (let above = unit.parent; above !== null; above = top.parent) {
    const next = byCode.get(above);
    if (next === undefined) break;
    top = next;
  }
  return top.code;
}
