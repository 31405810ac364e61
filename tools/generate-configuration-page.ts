/**
 * Writes `docs/configuration.md` from `src/command-line/server-options.ts`.
 *
 *     npx tsx tools/generate-configuration-page.ts            write it
 *     npx tsx tools/generate-configuration-page.ts --check    write nothing; exit 1 when what is checked in is stale
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultFile, fileVariable } from '../src/command-line/configuration.ts';
import {
  flagOf,
  type OptionName,
  optionNamed,
  optionNames,
  variableOf,
  wanted,
} from '../src/command-line/server-options.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const target = 'docs/configuration.md';

/** The page as it must be, and whether the one that is there differs. */
export function configurationPage(): { readonly text: string; readonly isStale: boolean } {
  const path = join(repository, target);
  const present = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const text = page();
  return { text, isStale: present !== text };
}

function page(): string {
  return `# Configuration

Made by \`tools/generate-configuration-page.ts\` from
[\`src/command-line/server-options.ts\`](../src/command-line/server-options.ts).

Every option of a server is a flag of \`localyun start\`, an environment variable and a key of a file. **A flag goes before
the variable, the variable before the file, the file before the default.** The other commands (\`env\`, \`ca\`, \`doctor\`, ...)
read variables and file alike, so that they are about the same server.

## The file

\`${defaultFile}\` in the working directory, or the file that \`--config FILE\` or \`${fileVariable}\` names, which has to be
there:

\`\`\`yaml
port: 20141
dataDir: state
transitions: manual
seed: accounts.yaml
\`\`\`

Paths in it are relative to the folder of the file. It is read strictly: what is not a key, or not a value of its key, is
refused with exit code 2, and every mistake is named with its line and column:

\`\`\`
localyun: localyun.yaml:2:14: transitions: "slow" is not one of instant, fast, real, manual
\`\`\`

## What is in force

\`localyun config\` prints every option with its value and where it comes from, and reads what \`localyun start\` reads, flags
included; \`--json\` prints it for programs. Passwords and tokens are masked.

## Options

| key | flag | variable | value | default | what |
|---|---|---|---|---|---|
${optionNames.map(row).join('\n')}

- The state is in one place: of \`dataDir\`, \`memory\` and \`databaseUrl\` the one that is given by the strongest source counts,
  and two of one source are refused. \`dataDir\` then still says where the certificate authority is.
- Switches: \`true\`, \`1\`, \`false\` or \`0\` in a variable, \`true\` or \`false\` in the file; \`--no-memory\` switches off what
  either switches on.
- A variable that is set to nothing counts as not set.
- In a library call, \`startLocalyun({ port: 20141 })\`, the keys are the same, but \`seed\` is the seed itself, as text or as
  an object, and the state is in memory where neither \`dataDir\` nor \`databaseUrl\` is given; neither variables nor a file
  are read there. [library.md](library.md) has all its options.
`;
}

function row(name: OptionName): string {
  const { form, value, meaning, default: byDefault } = optionNamed(name);
  const flag = value === undefined ? flagOf(name) : `${flagOf(name)} ${value.toUpperCase()}`;
  const values = form.kind === 'choice' ? form.choices.map((choice) => `\`${choice}\``).join(', ') : wanted(form);
  const standard = byDefault === undefined ? '' : `\`${byDefault}\``;
  const cells = [`\`${name}\``, `\`${flag}\``, `\`${variableOf(name)}\``, values, standard, meaning];
  return `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
}

function main(): void {
  const { check: isCheck } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  const { text, isStale } = configurationPage();
  if (!isStale) return;
  console.log(`${isCheck ? 'stale' : 'wrote'}: ${target}`);
  if (isCheck) process.exitCode = 1;
  else writeFileSync(join(repository, target), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
