import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInto } from '../tools/build.ts';
import { startTestLocalyun, testDatabaseUrl } from './support/localyun.ts';
import { send } from './support/signed-client.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const commands = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block]) => block!.trim().split('\n'));

const examples = readdirSync(path.join(root, 'examples')).filter((name) => name.endsWith('.mjs'));

// The package as another project has it installed, with the examples beside it.
const project = mkdtempSync(path.join(root, 'node_modules/.localyun-readme-'));
const installed = path.join(project, 'node_modules/localyun');
beforeAll(async () => {
  mkdirSync(installed, { recursive: true });
  await buildInto(path.join(installed, 'dist'));
  copyFileSync(path.join(root, 'package.json'), path.join(installed, 'package.json'));
  for (const name of examples) {
    copyFileSync(path.join(root, 'examples', name), path.join(project, name));
  }
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the README', () => {
  it.each(examples)('shows examples/%s as it is', (name) => {
    const text = readFileSync(path.join(root, 'examples', name), 'utf8');
    expect(readme).toContain(`\`\`\`js\n${text}\`\`\`\n`);
  });

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link!);
    expect(links).toContain('docs/semantics.md');
    expect(links.filter((link) => !existsSync(path.join(root, link)))).toEqual([]);
  });
});

describe('the example', () => {
  const localyun = startTestLocalyun({ transitions: 'fast' });

  it('deletes a network interface, again and again', async () => {
    const env = { ...process.env, LOCALYUN_ENDPOINT: `127.0.0.1:${localyun.port}` };
    for (let time = 0; time < 2; time += 1) {
      const { stdout } = await run(process.execPath, [path.join(project, 'delete-network-interface.mjs')], { env });
      expect(stdout).toMatch(/^eni-bp1\w+ has the address 10\.0\.0\.\d+\n(Deleting\n)+gone\n$/);
    }
  }, 120_000);

  it('of a test runs a server in its own process', async () => {
    const { stdout } = await run(process.execPath, ['--test', path.join(project, 'in-process.mjs')]);
    expect(stdout).toMatch(/^# pass 1$/m);
  });
});

describe('the commands of the README', () => {
  const localyun = startTestLocalyun();
  const calls = commands.filter((line) => line.startsWith('curl '));
  const starts = commands.flatMap((line) => /^npm start -- (.+)$/.exec(line)?.[1] ?? []);

  it.each(calls)('%s', async (line) => {
    const [, method = 'GET', url, body = ''] = /^curl(?: -X (\w+))? localhost:20140(\S+)(?: -d '(.*)')?$/.exec(line)!;
    const answer = await send(localyun.port, method, url!, body);
    expect(answer).toMatchObject({ status: 200 });
  });

  // A database is at hand only where the suite runs on one.
  const databaseUrl = testDatabaseUrl();
  const runnable = starts.filter((flags) => databaseUrl !== undefined || !flags.includes('--database-url'));
  it.each(runnable)('npm start -- %s', async (flags) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'localyun-readme-'));
    writeFileSync(path.join(folder, 'accounts.yaml'), /^```yaml\n(.*?)^```/ms.exec(readme)![1]!);
    const server = spawn(
      process.execPath,
      [
        path.join(installed, 'dist/cli.js'),
        'start',
        ...flags.replace(/postgres:\S+/, databaseUrl ?? '').split(' '),
        '--port',
        '0',
      ],
      {
        cwd: folder,
      },
    );
    try {
      const [line] = (await once(server.stdout, 'data')) as [Buffer];
      expect(line.toString()).toMatch(/^localyun ready on /);
    } finally {
      server.kill();
      await once(server, 'exit');
      rmSync(folder, { recursive: true });
    }
  });
});
