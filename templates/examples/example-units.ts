import type { Register, Unit } from '../../shared/unit.ts';
import { THEMES, type Theme } from './example-projects.ts';

/** A made-up unit, its name says so; `theme` is what its projects are about. */
export interface ExampleUnit extends Unit {
  readonly theme: Theme;
}

/** Department → the units below it, each by the end of its code. */
const UNITS: readonly (readonly [Theme, string, string, readonly string[]])[] = [
  ['education', 'JYJ', '教育局', ['第一小学', '实验中学', '教师发展中心']],
  ['health', 'WJJ', '卫生健康局', ['疾病预防控制中心', '人民医院', '妇幼保健院']],
  ['water', 'SWJ', '水务局', ['河道管理所', '供水管理中心']],
  ['housing', 'ZJJ', '住房和建设局', ['房屋安全中心', '建筑质量监督站']],
  ['culture', 'WTJ', '文化广电旅游体育局', ['图书馆', '文化馆', '体育中心']],
  ['welfare', 'MZJ', '民政局', ['社会福利院', '救助管理站']],
  ['roads', 'JTJ', '交通运输局', ['公路养护中心']],
  ['city', 'CGJ', '城市管理局', ['环境卫生中心', '公园管理中心']],
  ['farming', 'NYJ', '农业农村局', ['动物疫病防控中心']],
  ['work', 'RLJ', '人力资源局', ['就业服务中心', '人才服务中心']],
];

/** Ten departments and the units below them, of a district that there is not (示例区). */
export const EXAMPLE_UNITS: readonly ExampleUnit[] = UNITS.flatMap(([theme, end, name, below]) => {
  const department = { theme, code: `SL-${end}`, name: `示例区${name}`, aliases: [], parent: null };
  return [
    department,
    ...below.map((own, index) => ({
      theme,
      code: `${department.code}-${String(index + 1).padStart(2, '0')}`,
      name: `示例区${own}`,
      aliases: [],
      parent: department.code,
    })),
  ];
});

/** The made-up units as a register has them. */
export const exampleRegister = (): Register => EXAMPLE_UNITS.map(({ theme: _, ...unit }) => unit);

/** The projects that a unit reports on. */
export const projectsOf = ({ theme }: ExampleUnit) => THEMES[theme];
