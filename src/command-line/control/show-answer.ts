/**
 * An answer for people: values by name, then a table for each list; a text as it is.
 * @param shown the members that tables have, in this order; all without
 */
export function showAnswer(answer: unknown, shown?: readonly string[]): string {
  if (typeof answer === 'string') return answer.endsWith('\n') ? answer : `${answer}\n`;
  if (!isRecord(answer)) return `${JSON.stringify(answer)}\n`;
  const members = Object.entries(answer);
  if (members.length === 1 && answer.status === 'ok') return 'ok\n';
  const lists = members.filter(([, value]) => Array.isArray(value)) as [string, readonly unknown[]][];
  const values = members.filter(([, value]) => !Array.isArray(value)).flatMap(([name, value]) => flat(name, value));
  const parts = [
    ...(values.length === 0 ? [] : [columns(values.map(([name, value]) => [name, value]))]),
    ...lists.map(([name, items]) => showList(name, items, { isAlone: members.length === 1, shown })),
  ];
  return parts.join('\n');
}

interface ListStyle {
  readonly isAlone: boolean;
  readonly shown: readonly string[] | undefined;
}

function showList(name: string, items: readonly unknown[], { isAlone, shown }: ListStyle): string {
  if (items.length === 0) return `no ${inWords(name)}\n`;
  const table = items.every(isRecord) ? tableOf(items, shown) : columns(items.map((item) => [cell(item)]));
  return isAlone ? table : `${name}:\n${table}`;
}

function tableOf(items: readonly Readonly<Record<string, unknown>>[], shown: readonly string[] | undefined): string {
  const rows = items.map((item) => new Map(Object.entries(item).flatMap(([name, value]) => flat(name, value))));
  const all = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const names = shown === undefined ? all : shown.flatMap((member) => all.filter((name) => isOf(member, name)));
  const header = names.map((name) => inWords(name).toUpperCase());
  return columns([header, ...rows.map((row) => names.map((name) => shortened(row.get(name) ?? '-')))]);
}

/** Whether a dotted name is a member, or in it. */
function isOf(member: string, name: string): boolean {
  return name === member || name.startsWith(`${member}.`);
}

/** Longer cells are cut: all of them is what `--json` prints. */
const longestCell = 60;

function shortened(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell - 3)}...`;
}

/** Objects are spread over dotted names. */
function flat(name: string, value: unknown): [string, string][] {
  if (!isRecord(value)) return [[name, cell(value)]];
  return Object.entries(value).flatMap(([inner, one]) => flat(`${name}.${inner}`, one));
}

function cell(value: unknown): string {
  if (value === null || value === undefined || value === '') return '-';
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(', ') || '-';
  // What would spoil the columns, or the terminal, is shown as JSON writes it.
  return typeof value === 'string' && !/\p{Cc}/u.test(value) ? value : JSON.stringify(value);
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, text] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, text.length);
  return rows
    .map(
      (row) =>
        `${row
          .map((text, index) => text.padEnd(widths[index] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
