import { addFen } from '../money.ts';
import type { ListedProject } from '../records/project-list.ts';
import type { ListedDepartment } from '../sheets/summary-input.ts';
import type { Units } from '../store/submissions.ts';

/** What a list of projects holds, by department. */
export async function listedDepartments(
  projects: readonly ListedProject[],
  { registerFor }: Pick<Units, 'registerFor'>,
): Promise<readonly ListedDepartment[]> {
  const byDepartment = new Map<string, ListedProject[]>();
  for (const project of projects) {
    const own = byDepartment.get(project.department) ?? [];
    byDepartment.set(project.department, [...own, project]);
  }
  const departments: ListedDepartment[] = [];
  for (const [department, own] of byDepartment) {
    const unit = (await registerFor(department))?.find(({ code }) => code === department);
    departments.push({
      department,
      name: unit?.name ?? department,
      units: [...new Set(own.map((project) => project.unit))],
      share: {
        projects: own.length,
        budget: addFen(own.map(({ amounts }) => amounts.budgetTotal ?? 0)),
        actual: addFen(own.map(({ amounts }) => amounts.actualTotal ?? 0)),
      },
    });
  }
  return departments;
}
