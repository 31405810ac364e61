import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/version.ts';
import { type InstalledPackage, installPackage } from './installed-package.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const patienceMs = 300_000;
let installed: InstalledPackage;

beforeAll(async () => {
  installed = await installPackage();
}, 600_000);
afterAll(() => installed?.remove());

/** Runs a program in the project. Nothing of this test runner is handed on to it. */
function run(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { PATH, HOME } = process.env;
  const options = { cwd: installed.folder, env: { PATH, HOME, NO_COLOR: '1', ...environment }, maxBuffer: 1 << 26 };
  return new Promise<{ code: number; text: string }>((resolve) => {
    execFile(program, args, options, (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, text: `${out}${error}` });
    });
  });
}

const tool = (path: string) => join(installed.folder, 'node_modules', path);
const vitest = (...args: string[]) =>
  run(process.execPath, [
    tool('vitest/vitest.mjs'),
    'run',
    '--maxWorkers=1',
    '--config',
    'vitest/vitest.config.ts',
    '--root',
    '.',
    ...args,
  ]);

function put(name: string, text: string): void {
  writeFileSync(join(installed.folder, name), text);
}

describe('the package', () => {
  it('has everything that is exported, and nothing of the tests', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: object };
    const files = Object.values(exports).flatMap((entry: object) => Object.values(entry) as string[]);
    for (const file of files) expect(installed.packed).toContain(file.replace('./', ''));
    expect(installed.packed.filter((path) => /\.test\.|^(src|test|tools)\//.test(path))).toEqual([]);
    expect(installed.packed).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'dist/cli.js']));
  });

  it(
    'gives npx a command that serves',
    async () => {
      expect(await run('npx', ['localyun', '--version'])).toEqual({ code: 0, text: `${version}\n` });
      const { PATH, HOME } = process.env;
      const args = ['localyun', 'start', '--memory', '--port', '0'];
      const server = spawn('npx', args, { cwd: installed.folder, env: { PATH, HOME }, detached: true });
      try {
        const [line] = (await once(server.stdout, 'data')) as [Buffer];
        const port = /^localyun ready on http:\/\/127\.0\.0\.1:(\d+)\n$/.exec(line.toString())?.[1];
        const health = await run('npx', ['localyun', 'health', '--json', '--endpoint', `127.0.0.1:${port}`]);
        expect(JSON.parse(health.text)).toMatchObject({ status: 'ok', version });
        const doctor = await run('npx', ['localyun', 'doctor', '--port', String(port)]);
        expect(doctor.code).toBe(0);
      } finally {
        process.kill(-server.pid!, 'SIGTERM');
        await once(server, 'exit');
      }
    },
    patienceMs,
  );

  it(
    'is typed, under the strict compiler',
    async () => {
      const file = join('vitest', 'network-interfaces.test.ts');
      const options = [
        '--noEmit',
        '--strict',
        '--skipLibCheck',
        '--module',
        'nodenext',
        '--target',
        'es2023',
        '--types',
        'node',
      ];
      const right = await run(process.execPath, [tool('typescript/bin/tsc'), ...options, file]);
      expect(right).toEqual({ code: 0, text: '' });
      put(
        'wrong.test.ts',
        `import { startTestServer } from 'localyun/testing';
import { test } from 'localyun/vitest';
test('wrong', async ({ localyun }) => { localyun.server.clock.advance('soon'); });
startTestServer({ transitions: 'slow', leaks: 'perhaps' });
`,
      );
      const wrong = await run(process.execPath, [tool('typescript/bin/tsc'), ...options, 'wrong.test.ts']);
      const lines = wrong.text.split('\n').filter((line) => line.startsWith('wrong.test.ts('));
      expect(lines).toEqual([
        expect.stringMatching(/^wrong\.test\.ts\(3,.*'string' is not assignable/),
        expect.stringMatching(/^wrong\.test\.ts\(4,.*"slow"/),
        expect.stringMatching(/^wrong\.test\.ts\(4,.*"perhaps"/),
      ]);
    },
    patienceMs,
  );
});

describe('localyun/vitest', () => {
  it(
    'runs the example',
    async () => {
      const { code, text } = await vitest('vitest/');
      expect(text).toMatch(/Tests +3 passed/);
      expect(code).toBe(0);
    },
    patienceMs,
  );

  it(
    'fails a test that leaves an interface behind, and names it',
    async () => {
      const example = readFileSync(join(installed.folder, 'vitest/network-interfaces.test.ts'), 'utf8');
      put(
        'leaking.test.ts',
        example.replace(/^ +await ecs\.deleteNetworkInterface.*\n/m, '').replace('localyun.ignoreLeaks();', ''),
      );
      const { code, text } = await vitest('leaking.test.ts');
      expect(code).toBe(1);
      expect(text).toMatch(/Tests +2 failed \| 1 passed/);
      const named = [
        ...text.matchAll(
          /NetworkInterfacesLeaked: 1 network interface is left behind:\n +(eni-\w+) in cn-hangzhou, Available/g,
        ),
      ];
      expect(named.length).toBeGreaterThanOrEqual(2);
    },
    patienceMs,
  );

  it(
    'gives a worker one server and each test an account, and says first what a test failed of',
    async () => {
      const text = (name: string, policy: string) => `
      import { appendFileSync } from 'node:fs';
      import { expect } from 'vitest';
      import { localyunTest, test as standard } from 'localyun/vitest';
      const test = ${policy};
      for (const which of ['one', 'two']) {
        test(which, async ({ localyun }) => {
          appendFileSync('seen.txt', '${name} ' + localyun.server.port + ' ' + localyun.accountId + '\\n');
          expect(await localyun.server.health()).toMatchObject({ status: 'ok' });
          if (which === 'two') throw new Error('of its own');
        });
      }`;
      put('first.test.ts', text('first', 'standard'));
      put('second.test.ts', text('second', 'standard'));
      const { text: said } = await vitest('--no-isolate', '--reporter=verbose', 'first.test.ts', 'second.test.ts');
      expect(said).toMatch(/Tests +2 failed \| 2 passed/);
      expect(said).toContain('Error: of its own');
      const seen = readFileSync(join(installed.folder, 'seen.txt'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(' '));
      expect(new Set(seen.map(([, port]) => port)).size).toBe(1);
      expect(new Set(seen.map(([, , account]) => account)).size).toBe(4);
    },
    patienceMs,
  );
});

describe('docs/quickstart/sdk-tests.md', () => {
  const page = readFileSync(join(root, 'docs/quickstart/sdk-tests.md'), 'utf8');
  const block = (language: string) => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(page)![1]!;

  it(
    'shows tests that pass, under Vitest and under node:test',
    async () => {
      put('quickstart.test.ts', block('ts'));
      put('quickstart.test.mjs', block('js'));
      const underVitest = await vitest('quickstart.test.ts');
      expect(underVitest.text).toMatch(/Tests +1 passed/);
      const underNode = await run(process.execPath, ['--test', 'quickstart.test.mjs']);
      expect(underNode.text).toMatch(/^(#|ℹ) pass 1$/m);
    },
    patienceMs,
  );
});

describe('localyun/testing', () => {
  it(
    'runs the example of node:test',
    async () => {
      const { code, text } = await run(process.execPath, ['--test', 'node-test/network-interfaces.test.mjs']);
      expect(text).toMatch(/^(#|ℹ) pass 2$/m);
      expect(code).toBe(0);
    },
    patienceMs,
  );

  it(
    'fails a test of node:test that leaves an interface behind, and names it',
    async () => {
      const example = readFileSync(join(installed.folder, 'node-test/network-interfaces.test.mjs'), 'utf8');
      const leaking = example.replace(
        /^ +await ecs\.deleteNetworkInterface[\s\S]*?deepEqual\(await look\(\), \[\]\);\n/m,
        '',
      );
      put('leaking.test.mjs', leaking);
      const { code, text } = await run(process.execPath, ['--test', 'leaking.test.mjs']);
      expect(code).toBe(1);
      expect(text).toMatch(/1 network interface is left behind:\s+eni-\w+ in cn-hangzhou, Available/);
    },
    patienceMs,
  );

  it(
    'runs the example of Jest',
    async () => {
      const { code, text } = await run(
        process.execPath,
        [tool('jest/bin/jest.js'), '--config', 'jest/jest.config.mjs'],
        {
          NODE_OPTIONS: '--experimental-vm-modules',
        },
      );
      expect(text).toMatch(/Tests: +1 passed, 1 total/);
      expect(code).toBe(0);
    },
    patienceMs,
  );

  it(
    'runs the examples of the README',
    async () => {
      const { code, text } = await run(process.execPath, ['--test', 'in-process.mjs']);
      expect(text).toMatch(/^(#|ℹ) pass 1$/m);
      expect(code).toBe(0);
    },
    patienceMs,
  );
});
