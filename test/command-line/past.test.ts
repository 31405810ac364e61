import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Localyun, startLocalyun } from '../../src/index.ts';
import { buildInto } from '../../tools/build.ts';
import { call, type Product } from '../support/signed-client.ts';

const built = mkdtempSync(fileURLToPath(new URL('../../node_modules/.localyun-built-', import.meta.url)));
const RegionId = 'cn-hangzhou';
let localyun: Localyun;

beforeAll(async () => {
  await buildInto(built);
  localyun = await startLocalyun({ transitions: 'instant', logLevel: 'error' });
});
afterAll(async () => {
  await localyun.close();
  rmSync(built, { recursive: true });
});

async function run(...args: readonly string[]): Promise<{ code: number | null; out: string }> {
  const env = { PATH: process.env.PATH ?? '', LOCALYUN_ENDPOINT: localyun.endpoint };
  const child = spawn(process.execPath, [join(built, 'cli.js'), ...args], { env });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out };
}

async function ask(product: Product, action: string, parameters: Readonly<Record<string, unknown>>) {
  const { text } = await call(localyun.port, localyun.credentials, product, action, { RegionId, ...parameters });
  return JSON.parse(text);
}

describe('the command and the library', () => {
  it('tell of the past alike: leaks, requests, a diagnosis, events, errors', async () => {
    expect(await run('leaks', '--fail')).toMatchObject({ code: 0 });
    const { VpcId } = await ask('Vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8' });
    const vSwitch = { VpcId, CidrBlock: '10.0.0.0/24', ZoneId: `${RegionId}-h` };
    const { VSwitchId } = await ask('Vpc', 'CreateVSwitch', vSwitch);
    const { SecurityGroupId } = await ask('Ecs', 'CreateSecurityGroup', { VpcId });
    const waiting = localyun.events.wait({ kind: 'network-interface.created', timeoutMs: 20_000 });
    const { NetworkInterfaceId } = await ask('Ecs', 'CreateNetworkInterface', { VSwitchId, SecurityGroupId });
    expect(await waiting).toMatchObject({ resourceId: NetworkInterfaceId });

    const leaking = await run('leaks', '--fail');
    expect(leaking).toMatchObject({ code: 3, out: expect.stringContaining(NetworkInterfaceId) });
    expect((await localyun.leaks()).networkInterfaces).toHaveLength(1);

    const refused = await ask('Vpc', 'DeleteVSwitch', { VSwitchId });
    const listed = await run('requests', 'list', '--code', refused.Code, '--json');
    expect(JSON.parse(listed.out).requests).toMatchObject([{ requestId: refused.RequestId, action: 'DeleteVSwitch' }]);
    const diagnosed = JSON.parse((await run('requests', 'diagnose', refused.RequestId, '--json')).out);
    expect(diagnosed).toEqual(await localyun.requests.diagnose(refused.RequestId));
    expect(diagnosed.steps[0]).toMatchObject({ action: 'DeleteNetworkInterface', parameters: { NetworkInterfaceId } });
    expect((await run('errors', 'show', refused.Code)).out).toContain('vSwitch');
    expect((await run('events', 'list', '--resource', VSwitchId)).out).toContain('v-switch');
  });
});
