import type { Cell } from '../cells/cell.ts';
import type { Contact } from './row.ts';

/** Who signs a table, how they are reached and when it was filled in. */
const ROLES = [
  ...['填表人', '填报人', '填写人', '制表人', '编制人', '编报人', '经办人', '经手人', '申报人'],
  ...['填表', '填报', '制表', '编制', '经办', '审核人', '审核', '复核人', '复核', '审批人', '审批'],
  ...['签发人', '校对人', '校对', '负责人', '单位负责人', '部门负责人', '项目负责人', '科室负责人'],
  ...[
    '批准人',
    '批准',
    '核准',
    '核对人',
    '核对',
    '初审',
    '复审',
    '终审',
    '录入员',
    '录入人',
    '统计员',
  ],
  ...['会计', '出纳', '主管', '主任', '局长', '分管局长', '科长', '处长', '部门领导', '财务主管'],
  ...['财务负责人', '主要负责人', '分管负责人', '法定代表人', '分管领导', '主管领导', '单位领导'],
  ...['领导签字', '负责人签字', '领导审批', '签字', '签名', '联系人', '联络人', '联系人及电话'],
  ...[
    '联系人电话',
    '联系电话',
    '联系方式',
    '办公电话',
    '固定电话',
    '电话号码',
    '手机号码',
    '手机号',
  ],
  ...['手机', '电话', '传真', '电子邮箱', '电子邮件', '邮箱', '填表日期', '填报日期', '制表日期'],
  ...['报送日期', '上报日期', '填表时间', '填报时间', '报送时间', '日期'],
];

/** Labels of the table itself, where the value of a contact before them ends. */
const OTHER_LABELS = ['部门名称', '单位名称', '部门', '单位', '备注', '附注', '注', '说明', '表号'];

const byLength = (a: string, b: string): number => b.length - a.length;

/** The words with spaces allowed between their characters: 填 表 人. */
const spaced = (words: readonly string[]): string =>
  [...words]
    .sort(byLength)
    .map((word) => [...word].join('[ 　]*'))
    .join('|');

const BRACKET = '(?:[ 　]*[（(][^）)]{0,12}[）)])?';

/** Short ones also end longer words (汇总表日期): they must begin one. */
const BEGINS_A_WORD = '(?<!\\p{Script=Han})';
const LONG_ROLES = spaced(ROLES.filter(({ length }) => length > 2));
const SHORT_ROLES = spaced(ROLES.filter(({ length }) => length <= 2));
const LABEL = new RegExp(
  `(?:(?<role>${LONG_ROLES}|${BEGINS_A_WORD}(?:${SHORT_ROLES}))|${BEGINS_A_WORD}(?:${spaced(OTHER_LABELS)}))${BRACKET}[ 　]*[:：]`,
  'gu',
);
const BARE_ROLE = new RegExp(
  `^(?<role>${spaced(ROLES)})${BRACKET}(?:[ 　\\n]+(?<text>.*))?$`,
  'su',
);

/** Characters of the longest name, number or address that is kept. */
const LONGEST_CONTACT = 100;

/** Contacts kept of a table. */
export const MOST_CONTACTS = 40;

interface Label {
  /** Null for a label of the table itself. */
  readonly role: string | null;
  readonly from: number;
  readonly to: number;
}

/** The labels of a text that end in a colon, and a role that stands at its beginning without one. */
function labelsIn(text: string): readonly Label[] {
  const labels = [...text.matchAll(LABEL)].map((match) => ({
    role: match.groups?.['role'] === undefined ? null : plain(match.groups['role']),
    from: match.index,
    to: match.index + match[0].length,
  }));
  if (labels.length > 0) return labels;
  const bare = BARE_ROLE.exec(text);
  const role = bare?.groups?.['role'];
  if (role === undefined) return [];
  return [{ role: plain(role), from: 0, to: text.length - (bare?.groups?.['text'] ?? '').length }];
}

const plain = (text: string): string => text.replace(/\s+/gu, '');

const FILLER = /^[\s_＿;；,，、|]$/u;

/** A name, number or date without the line it was to be written on, blanks and separators at its ends. */
function writtenIn(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && FILLER.test(text.charAt(from))) from += 1;
  while (to > from && FILLER.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** What a row says of who filled in, checked or answers for the table. */
export interface ContactsOfRow {
  readonly contacts: readonly Contact[];
  /** Columns of the labels and of the values that stand beside them. */
  readonly columns: ReadonlySet<number>;
}

/**
 * Reads 填表人：… 审核人：… 联系电话：… from a row, several in one cell or each with its value in the
 * next. A label with nothing behind it is no contact, but its cell is one of theirs.
 */
export function contactsIn(cells: ReadonlyMap<number, Cell>): ContactsOfRow {
  const contacts: Contact[] = [];
  const columns = new Set<number>();
  const inOrder = [...cells].sort(([a], [b]) => a - b);
  for (const [index, [column, cell]] of inOrder.entries()) {
    const labels = labelsIn(cell.text);
    if (columns.has(column) || !labels.some(({ role }) => role !== null)) continue;
    columns.add(column);
    for (const [place, { role, to }] of labels.entries()) {
      if (role === null) continue;
      const next = labels[place + 1];
      let text = writtenIn(cell.text.slice(to, next?.from));
      let { at } = cell;
      const beside = inOrder[index + 1];
      if (text === '' && next === undefined && beside !== undefined && isValue(beside[1])) {
        text = writtenIn(beside[1].text);
        at = beside[1].at;
        columns.add(beside[0]);
      }
      if (text !== '' && text.length <= LONGEST_CONTACT) contacts.push({ role, text, at });
    }
  }
  return { contacts, columns };
}

const isValue = ({ text }: Cell): boolean => labelsIn(text).length === 0;

/** True for a text that names a contact. */
export const namesContact = (text: string): boolean =>
  labelsIn(text).some(({ role }) => role !== null);

/** A text without the contacts in it; other labels and their values stay. */
export function withoutContacts(text: string): string {
  const labels = labelsIn(text);
  const [first] = labels;
  if (first === undefined) return text.trim();
  const kept = labels.flatMap(({ role, from }, index) =>
    role === null ? [text.slice(from, labels[index + 1]?.from)] : [],
  );
  return [text.slice(0, first.from), ...kept].join('').trim();
}
