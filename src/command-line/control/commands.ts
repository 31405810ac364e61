import { type Command, Option } from 'commander';
import type { ControlCall } from '../../control/call.ts';
import { listCalls, wordOf } from '../../control/calls/index.ts';
import { type Member, type MemberSchema, membersOf, typeOf } from '../../control/members.ts';
import { type CommandFlags, runCommand } from './run-command.ts';

const heading = 'Commands for a running server:';

/** Adds a subcommand for each call of the control API, in the words of its place in the table. */
export function addControlCommands(program: Command, fail: (error: unknown) => never): void {
  program.commandsGroup(heading);
  const subjects = new Map<string, Command>();
  for (const { words, call } of listCalls()) {
    if (call.httpOnly === true) continue;
    const [subject, verb] = words;
    if (verb === undefined) {
      addCommand(program, subject, call, fail);
      continue;
    }
    let parent = subjects.get(subject);
    if (parent === undefined) {
      parent = program.command(subject);
      subjects.set(subject, parent);
    }
    addCommand(parent, verb, call, fail);
  }
  for (const parent of subjects.values()) parent.description(parent.commands.map((one) => one.name()).join(', '));
}

function addCommand(parent: Command, word: string, call: ControlCall, fail: (error: unknown) => never): void {
  const members = membersOf(call);
  const arranged = members.filter((member) => isPlaced(call, member));
  const command = parent.command(word).description(call.summary);
  for (const member of arranged) command.argument(`<${argumentName(call, member)}>`, argumentHelp(call, member));
  if (isFile(call)) command.argument('[file]', 'where to write it; standard output unless given');
  for (const member of members) if (!arranged.includes(member)) command.addOption(optionOf(member));
  if (call.isFinding !== undefined) command.option('--fail', 'exit with 3 when there are any');
  command
    .option('--json', 'print the answer as JSON')
    .addOption(
      new Option('--endpoint <url>', 'where the server is; by default where localyun start would serve').env(
        'LOCALYUN_ENDPOINT',
      ),
    )
    .addOption(new Option('--control-token <token>', 'what the server was started with').env('LOCALYUN_CONTROL_TOKEN'));
  command.action((...given: unknown[]) => {
    // Commander calls with the arguments, the options and the command.
    const flags = given.at(-2) as CommandFlags;
    const texts = given.slice(0, -2) as readonly (string | undefined)[];
    const placed = arranged.map((member, index) => [member.name, texts[index] ?? ''] as const);
    return runCommand({ call, flags, placed: new Map(placed), target: texts[arranged.length] }).catch(fail);
  });
}

/** Whether a member stands in the command line without a name: the places of the path, and the file of a whole body. */
function isPlaced(call: ControlCall, member: Member): boolean {
  return member.place === 'path' || member.name === call.body?.member;
}

function argumentName(call: ControlCall, member: Member): string {
  return member.name === call.body?.member ? 'file' : wordOf(member.name);
}

function argumentHelp(call: ControlCall, member: Member): string {
  const description = member.schema.description ?? '';
  return member.name === call.body?.member ? `${description}; - reads standard input` : description;
}

/** Whether what a call answers is a file and nothing to be read on a screen. */
export function isFile({ contentType }: ControlCall): boolean {
  return contentType !== undefined && !contentType.startsWith('text/');
}

function optionOf({ name, schema, required }: Member): Option {
  const flag = `--${wordOf(name)}`;
  const option = new Option(`${flag} ${placeholder(schema)}`, helpOf(schema)).makeOptionMandatory(required);
  // The default is the server's, so that it is said in help and not sent.
  if (typeOf(schema) === 'array') option.argParser<string[]>((text, before = []) => [...before, text]);
  if (typeOf(schema) === 'boolean') option.preset('true');
  return option;
}

function placeholder(schema: MemberSchema): string {
  switch (typeOf(schema)) {
    case 'boolean':
      return '[true|false]';
    case 'integer':
    case 'number':
      return '<number>';
    case 'array':
      return '<value>';
    case 'object':
      return '<json>';
    default:
      return '<text>';
  }
}

function helpOf(schema: MemberSchema): string {
  const notes = [
    choicesOf(schema),
    schema.default === undefined ? undefined : `default: ${JSON.stringify(schema.default)}`,
    typeOf(schema) === 'array' ? 'can be given several times' : undefined,
  ].filter((note) => note !== undefined);
  return [schema.description ?? '', notes.length === 0 ? '' : `(${notes.join('; ')})`].join(' ').trim();
}

function choicesOf(schema: MemberSchema): string | undefined {
  const choices = schema.enum ?? schema.items?.enum;
  return choices === undefined ? undefined : `choices: ${choices.join(', ')}`;
}
