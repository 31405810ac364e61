import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'localyun-new-operation-'));
// Neither is likely to be implemented, and the folder of the second is not there.
const action = 'DescribeInstanceMonitorData';
const file = 'src/ecs/instance/describe-instance-monitor-data';

beforeAll(() => {
  for (const part of [
    'src',
    'tools',
    'test',
    'docs',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
    'biome.json',
    '.gitignore',
  ]) {
    mkdirSync(join(copy, part, '..'), { recursive: true });
    cpSync(join(repository, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(...command: string[]): Promise<{ code: number; output: string }> {
  const [name = '', ...rest] = command;
  const env = { ...process.env, LOCALYUN_TEST_DATABASE_URL: undefined, NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile(name, rest, { cwd: copy, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

describe('npm run new-operation', () => {
  it('makes an operation that is registered and compiles, and a test that fails and says what to do', async () => {
    const made = await run('npm', 'run', '--silent', 'new-operation', action);
    expect(made).toMatchObject({ code: 0 });
    expect(made.output).toContain(`wrote: ${file}.ts`);
    expect(existsSync(join(copy, `${file}.test.ts`))).toBe(true);
    expect(readFileSync(join(copy, 'src/registry.generated.ts'), 'utf8')).toContain(`ecs${action},`);

    writeFileSync(join(copy, 'tsconfig.one.json'), `{ "extends": "./tsconfig.json", "include": ["${file}.ts"] }`);
    expect(await run('npx', 'tsc', '-p', 'tsconfig.one.json')).toMatchObject({ code: 0, output: '' });
    expect(await run('npx', 'biome', 'check', `${file}.ts`, `${file}.test.ts`)).toMatchObject({ code: 0 });

    const tested = await run('npx', 'vitest', 'run', '--project', 'sqlite', `${file}.test.ts`);
    expect(tested.code).toBe(1);
    expect(tested.output).toContain('then write describe-instance-monitor-data.ts');
    expect(tested.output).toContain('1 failed');

    const again = await run('npm', 'run', '--silent', 'new-operation', action);
    expect(again).toMatchObject({ code: 2, output: expect.stringContaining('is there already') });
  }, 120_000);

  it('refuses an unknown name, with suggestions', async () => {
    const refused = await run('npm', 'run', '--silent', 'new-operation', 'DescribeInstanceMonitor');
    expect(refused).toMatchObject({ code: 2, output: expect.stringContaining(`did you mean ${action}`) });
  });
});
