import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCommand } from './support/built-command.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(path.join(root, 'docs/tutorial.md'), 'utf8');
const blocks = [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({
  language,
  code,
}));

// The folder of the tutorial after its first chapter: the package and the SDKs are there.
const folder = mkdtempSync(path.join(root, 'node_modules/.localyun-tutorial-'));
let port: number;
let server: ChildProcess | undefined;

beforeAll(async () => {
  const installed = path.join(folder, 'node_modules/localyun');
  mkdirSync(path.join(folder, 'node_modules/.bin'), { recursive: true });
  mkdirSync(installed);
  symlinkSync(path.dirname(await builtCommand()), path.join(installed, 'dist'));
  copyFileSync(path.join(root, 'package.json'), path.join(installed, 'package.json'));
  const command = path.join(folder, 'node_modules/.bin/localyun');
  symlinkSync(path.join(installed, 'dist/cli.js'), command);
  writeFileSync(path.join(folder, 'package.json'), '{"name": "tutorial", "version": "1.0.0"}\n');
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  ({ port } = probe.address() as net.AddressInfo);
  probe.close();
}, 120_000);
afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function begin(code: string): ChildProcess {
  const { PATH, HOME } = process.env;
  // A port of the test's own in place of the usual one; a bundled command is run as its link is.
  const env = { PATH, HOME, LOCALYUN_PORT: String(port), LOCALYUN_ENDPOINT: `127.0.0.1:${port}` };
  const script = code.replaceAll('npx localyun', `'${process.execPath}' node_modules/.bin/localyun`);
  return spawn('sh', ['-euc', script], { cwd: folder, env });
}

/** Runs a block of commands to its end. */
async function run(code: string): Promise<{ exitCode: number; text: string }> {
  const child = begin(code);
  let text = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (text += chunk));
  const [exitCode] = (await once(child, 'close')) as [number];
  return { exitCode, text };
}

/** What is shown of an output, with names for what differs from run to run. */
function shown(line: string): RegExp {
  const literal = line.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(
    literal
      .replace(/10\\\.0\\\.0\\\.N/, String.raw`10\.0\.0\.\d+`)
      .replace('eni-ID', String.raw`eni-\w+`)
      .replace('REQUEST', '[0-9A-F-]{36}'),
  );
}

/** Writes a program to the file that its first line names; "the function" replaces the one that is there. */
function write(code: string): void {
  const [, name = '', isPart] = /^\/\/ ([\w.]+)(, the function)?\n/.exec(code)!;
  const file = path.join(folder, name);
  const text = code.slice(code.indexOf('\n') + 1);
  if (isPart === undefined) {
    writeFileSync(file, text);
    return;
  }
  const before = readFileSync(file, 'utf8');
  const after = before.replace(/^export async function withInterface.*?^}\n/ms, () => text);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

describe('the tutorial', () => {
  it('begins with what a package manager does, and links to files that are there', () => {
    expect(blocks[0]!.code).toMatch(
      /^npm init --yes\nnpm install --save-dev \S+\.tgz @alicloud\/ecs20140526 @alicloud\/vpc20160428\n$/,
    );
    const links = [...page.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !existsSync(path.join(root, 'docs', link)))).toEqual([]);
    expect(blocks.every(({ language }) => ['sh', 'js', ''].includes(language))).toBe(true);
  });

  it('comes out as it says, command by command', async () => {
    let said = '';
    for (const { language, code } of blocks.slice(1)) {
      if (language === 'js') write(code);
      if (language === '') for (const line of code.trim().split('\n')) expect(said).toMatch(shown(line));
      if (language !== 'sh') continue;
      if (/localyun start/.test(code)) {
        server = begin(`exec ${code}`);
        const [line] = (await once(server.stdout!, 'data')) as [Buffer];
        expect(line.toString()).toBe(`localyun ready on http://127.0.0.1:${port}\n`);
        continue;
      }
      const { exitCode, text } = await run(code);
      expect([code, exitCode, exitCode === 0 ? '' : text]).toEqual([code, 0, '']);
      said = text;
      if (/doctor/.test(code))
        expect(text.trim().split('\n')).toSatisfy((lines: string[]) => lines.every((line) => line.startsWith('ok ')));
      if (/leaks .*--json/.test(code)) {
        expect(JSON.parse(text)).toMatchObject({
          networkInterfaces: [
            {
              id: expect.stringMatching(/^eni-/),
              name: 'job',
              status: 'Available',
              createdBy: { action: 'CreateNetworkInterface' },
            },
          ],
          others: [],
        });
      }
      if (/requests list/.test(code)) expect(text).toContain('CreateNetworkInterface');
      if (/node --test/.test(code)) {
        const isMended = !code.includes('|| true');
        expect(text).toMatch(isMended ? /^(#|ℹ) pass 2$/m : /^(#|ℹ) fail 1$/m);
      }
    }
    expect(said).not.toContain('eni-');
  }, 300_000);
});
