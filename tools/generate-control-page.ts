/**
 * Writes the reference part of `docs/control-api.md` from the table of calls, `src/control/calls`.
 *
 *     npx tsx tools/generate-control-page.ts            write it
 *     npx tsx tools/generate-control-page.ts --check    write nothing; exit 1 when what is checked in is stale
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { ControlCall } from '../src/control/call.ts';
import { calls, listCalls, type NamedCall, wordOf } from '../src/control/calls/index.ts';
import { type Member, type MemberSchema, membersOf, typeOf } from '../src/control/members.ts';
import { groupBy } from '../src/operation/group-by.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const target = 'docs/control-api.md';
const begin = '<!-- from here on made by tools/generate-control-page.ts -->';

/** The page as it must be, and whether the one that is there differs. */
export function controlPage(): { readonly text: string; readonly isStale: boolean } {
  const present = readFileSync(join(repository, target), 'utf8');
  const end = present.indexOf(begin);
  if (end === -1) throw new Error(`${target} has no line "${begin}"`);
  const text = `${present.slice(0, end)}${begin}\n\n## Reference\n\n${reference()}`;
  return { text, isStale: present !== text };
}

function reference(): string {
  const subjects = groupBy(listCalls(), ({ words }) => words[0]);
  const names = new Map(Object.keys(calls).map((name) => [wordOf(name), name]));
  return [...subjects]
    .map(([word, named]) => `### ${word}\n\n${named.map((one) => section(one, names.get(word) ?? word)).join('\n')}`)
    .join('\n');
}

function section({ words, call }: NamedCall, subject: string): string {
  const members = membersOf(call);
  const answer = answerOf(call);
  return [
    `**\`${call.method} ${call.path}\`** ${call.summary}`,
    ...(call.httpOnly === true ? [] : ['', `\`${command(words, call)}\`, \`${functionOf(words, call, subject)}\``]),
    ...(members.length === 0
      ? []
      : ['', '| member | in | type | what |', '|---|---|---|---|', ...members.map((one) => row(call, one))]),
    ...(answer === '' ? [] : ['', `Answers ${answer}.`]),
    '',
  ].join('\n');
}

function command(words: NamedCall['words'], call: ControlCall): string {
  const placed = membersOf(call).filter(({ name, place }) => place === 'path' || name === call.body?.member);
  const options = membersOf(call).filter((member) => member.required && !placed.includes(member));
  const isFile = call.contentType !== undefined && !call.contentType.startsWith('text/');
  return [
    'localyun',
    ...words,
    ...placed.map(({ name }) =>
      name === call.body?.member ? 'FILE' : wordOf(name).toUpperCase().replaceAll('-', '_'),
    ),
    ...(isFile ? ['[FILE]'] : []),
    ...options.map(({ name }) => `--${wordOf(name)} ...`),
  ].join(' ');
}

function functionOf(words: NamedCall['words'], call: ControlCall, subject: string): string {
  const verb = words[1]?.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const members = membersOf(call);
  const others = members.filter(({ name }) => !call.arguments.includes(name));
  const rest =
    others.length === 0
      ? []
      : [`{ ${others.map(({ name, required }) => `${name}${required ? '' : '?'}`).join(', ')} }`];
  const leading = call.arguments.map(
    (name) => `${name}${members.find((one) => one.name === name)?.required ? '' : '?'}`,
  );
  return `${[subject, ...(verb === undefined ? [] : [verb])].join('.')}(${[...leading, ...rest].join(', ')})`;
}

function row(call: ControlCall, { name, place, required, schema }: Member): string {
  const where =
    name === call.body?.member ? 'whole body' : call.body !== undefined && place === 'body' ? 'query' : place;
  const fallback = schema.default === undefined ? '' : `; default ${JSON.stringify(schema.default)}`;
  const cells = [
    `\`${name}\``,
    where,
    `${typeText(schema)}${required ? '' : ', optional'}${fallback}`,
    schema.description ?? '',
  ];
  return `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
}

function typeText(schema: MemberSchema): string {
  const choices = schema.enum ?? schema.items?.enum;
  const orNull = schema.anyOf?.some(({ type }) => type === 'null') === true ? ' or null' : '';
  if (choices !== undefined && choices.length <= 8) return choices.map((choice) => `\`${choice}\``).join(', ');
  if (typeOf(schema) === 'array') return `list of ${schema.items?.type ?? 'anything'}`;
  return `${typeOf(schema) ?? 'anything'}${orNull}`;
}

function answerOf(call: ControlCall): string {
  if (call.contentType !== undefined) return `\`${call.contentType}\``;
  const schema = z.toJSONSchema(call.output, { io: 'output', unrepresentable: 'any' }) as {
    readonly properties?: Readonly<Record<string, MemberSchema>>;
  };
  const members = Object.entries(schema.properties ?? {});
  if (members.length === 1 && members[0]?.[0] === 'status') return '';
  return members
    .map(([name, { description }]) => `\`${name}\`${description === undefined ? '' : ` (${description})`}`)
    .join(', ');
}

function main(): void {
  const { check: isCheck } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  const { text, isStale } = controlPage();
  if (!isStale) return;
  console.log(`${isCheck ? 'stale' : 'wrote'}: ${target}`);
  if (isCheck) process.exitCode = 1;
  else writeFileSync(join(repository, target), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
