import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const execute = promisify(execFile);
const quickstarts = readdirSync(path.join(root, 'docs/quickstart')).map((name) => `docs/quickstart/${name}`);
const pages = [...quickstarts, 'docs/docker.md', 'docs/doctor.md', 'docs/configuration.md', 'docs/tutorial.md'].map(
  (name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }),
);

interface Command {
  readonly words: string;
  readonly flags: readonly string[];
}

/** The commands of blocks of shell: words up to the first flag, and the names of flags. */
function commandsIn(text: string): Command[] {
  const shell = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, code = '']) => code).join('');
  return [...shell.matchAll(/(?<![\w/.-])localyun ([^#)|>&;"\n]*)/g)].flatMap(([, rest = '']) => {
    const tokens = rest.trim().split(/\s+/);
    const end = tokens.findIndex((token) => !/^[a-z][a-z-]*$/.test(token));
    const words = tokens.slice(0, end < 0 ? undefined : end).join(' ');
    return words === '' ? [] : [{ words, flags: tokens.filter((token) => token.startsWith('--')) }];
  });
}

const commands = pages.flatMap(({ text }) => commandsIn(text));
const words = [...new Set(commands.map((command) => command.words))];

describe('the quickstarts', () => {
  it('are all in the table of their folder', () => {
    const table = readFileSync(path.join(root, 'docs/quickstart/README.md'), 'utf8');
    const others = quickstarts.map((name) => path.basename(name)).filter((name) => name !== 'README.md');
    expect(others).toHaveLength(4);
    for (const name of others) expect(table).toContain(`](${name})`);
  });

  it('and the pages beside them link to what is there', () => {
    for (const { name, text } of pages) {
      const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!);
      const missing = links.filter((link) => !existsSync(path.join(root, path.dirname(name), link)));
      expect([name, missing]).toEqual([name, []]);
    }
  });

  it('have shell that is shell', () => {
    for (const { text } of pages) {
      for (const [, code = ''] of text.matchAll(/^```sh\n(.*?)^```$/gms)) {
        execFileSync('sh', ['-n'], { input: code, stdio: ['pipe', 'ignore', 'pipe'] });
      }
    }
  });

  it('call many commands', () => {
    expect(words).toEqual(
      expect.arrayContaining(['start', 'env', 'leaks', 'health', 'doctor', 'clock freeze', 'faults add']),
    );
  });

  it.each(words)(
    'call localyun %s with flags that it has',
    async (name) => {
      const args = ['--import', 'tsx', path.join(root, 'src/cli.ts'), ...name.split(' '), '--help'];
      const { stdout } = await execute(process.execPath, args, { cwd: root });
      expect(stdout).toMatch(new RegExp(`^Usage: localyun ${name} `));
      const known = new Set(stdout.match(/--[\w-]+/g));
      const used = commands.filter((command) => command.words === name).flatMap(({ flags }) => flags);
      for (const flag of used) expect(known).toContain(flag);
    },
    60_000,
  );
});
