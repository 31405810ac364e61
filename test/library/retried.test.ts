import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'localyun-retried-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A network interface of the test's account that is attached to nothing. */
const leak = `await localyun.server.seed({
  accounts: [
    {
      accessKeyId: localyun.accessKeyId,
      resources: {
        'cn-hangzhou': {
          vpcs: [{ name: 'main', cidrBlock: '10.0.0.0/8' }],
          vSwitches: [{ name: 'pods', vpc: 'main', zone: 'cn-hangzhou-h', cidrBlock: '10.0.0.0/24' }],
          securityGroups: [{ name: 'web', vpc: 'main' }],
          networkInterfaces: [{ name: 'left', vSwitch: 'pods', securityGroups: ['web'] }],
        },
      },
    },
  ],
});`;

/** Runs tests under Vitest in a process of its own; what it says. */
function vitest(text: string): string {
  const module = join(repository, 'src/testing/vitest.ts');
  writeFileSync(join(folder, 'some.test.ts'), `import { test } from ${JSON.stringify(module)};\n${text}`);
  const args = [join(repository, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, '--maxWorkers=1'];
  const { PATH, HOME } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { PATH, HOME, NO_COLOR: '1' },
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`;
}

it('a test that passes when it is tried again fails of what it leaves behind then', { timeout: 120_000 }, () => {
  const said = vitest(`
let attempts = 0;
test('leaks when it passes', { retry: 1 }, async ({ localyun }) => {
  attempts += 1;
  if (attempts === 1) throw new Error('the first attempt');
  ${leak}
});
test('leaks when it fails', { retry: 1 }, async ({ localyun, task }) => {
  if (task.result.retryCount === 1) return;
  ${leak}
  throw new Error('for a reason of its own');
});
`);
  expect(said).toMatch(/Tests +1 failed \| 1 passed/);
  expect(said.match(/NetworkInterfacesLeaked: 1 network interface is left behind/g)).toHaveLength(1);
});
