/**
 * Measures a server whose state has more and more network interfaces: what it takes to start and to hold, and what each
 * request costs. The ratio says how much dearer a request is at the largest size than at the smallest.
 *
 *     npm run bench:scale                             100, 10,000 and 100,000 interfaces
 *     npm run bench:scale -- --interfaces 1000000     the last of the sizes; needs 2 GB of disk
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tokenOf } from '../src/operation/page-token.ts';
import type { Parameters } from '../test/support/signed-client.ts';
import { checkFilled, fill, filledIn, type Scene } from './fill.ts';
import { load } from './load.ts';
import { ask, makeNetwork, regionId as RegionId, writeSeed } from './network.ts';
import { type ServerProcess, startProcess } from './processes.ts';
import { signedRequest } from './requests.ts';

const { values: flags } = parseArgs({
  options: { interfaces: { type: 'string', default: '100000' }, requests: { type: 'string', default: '600' } },
});
const sizes = [100, 10_000, Number(flags.interfaces)];
const requestsEach = Number(flags.requests);

const folder = mkdtempSync(join(tmpdir(), 'localyun-scale-'));
const state = join(folder, 'state');
const seedFile = writeSeed(folder);
const start = () =>
  startProcess([
    ...['dist/cli.js', 'start', '--port', '0', '--transitions', 'instant'],
    ...['--seed', seedFile, '--data-dir', state],
  ]);

interface Cost {
  readonly p50Ms: number;
  readonly cpuUs: number;
}
const costs = new Map<string, Cost[]>();
let localyun = await start();
try {
  const scene = await makeScene();
  await localyun.stop();
  let made = 0;
  for (const size of sizes) {
    fill(state, scene, made, size);
    made = size;
    // The look at every row takes too long for a million.
    if (size <= 10_000) await checkFilled(state);
    const ready: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      localyun = await start();
      ready.push(localyun.readyMs);
      if (n < 4) await localyun.stop();
    }
    await measure(localyun, scene, size);
    const readyMs = ready.sort((one, other) => one - other)[2] ?? 0;
    console.log(
      `${size} interfaces: ready in ${readyMs.toFixed(0)} ms, ${localyun.residentMib().toFixed(0)} MiB resident at the end`,
    );
    await localyun.stop();
  }
  report();
} finally {
  await localyun.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(server: ServerProcess, scene: Scene, size: number): Promise<void> {
  const some = (n: number) => filledIn((n * 7919) % size).id;
  const many = Array.from({ length: requestsEach }, (_, n) => n);
  const requests = (action: string, parametersOf: (n: number) => Parameters) =>
    many.map((n) => signedRequest('Ecs', action, { RegionId, ...parametersOf(n) }));
  const describe = (parametersOf: (n: number) => Parameters) => requests('DescribeNetworkInterfaces', parametersOf);

  // Compiled before it is measured.
  await load(
    server.port,
    describe((n) => ({ NetworkInterfaceId: [some(n)] })),
    4,
  );
  await cost(
    server,
    'get by id',
    describe((n) => ({ NetworkInterfaceId: [some(n)] })),
  );
  const places = { vSwitch: scene.vSwitchIds, group: scene.securityGroupIds };
  const bodies = await cost(
    server,
    'create',
    requests('CreateNetworkInterface', (n) => ({
      VSwitchId: places.vSwitch[n % places.vSwitch.length],
      SecurityGroupId: places.group[n % places.group.length],
    })),
  );
  const ids = bodies.map((body) => (JSON.parse(body) as { NetworkInterfaceId: string }).NetworkInterfaceId);
  await cost(
    server,
    'delete',
    requests('DeleteNetworkInterface', (n) => ({ NetworkInterfaceId: ids[n] })),
  );
  const name = (n: number) => `eni-${Math.floor(((n * 7919) % size) / 10) * 10}`;
  await cost(
    server,
    'by name',
    describe((n) => ({ NetworkInterfaceName: name(n) })),
  );
  await cost(
    server,
    'by tag',
    describe(() => ({ Tag: [{ Key: 'wanted', Value: 'yes' }] })),
  );
  await cost(
    server,
    'tags by key',
    requests('DescribeTags', () => ({ ResourceType: 'eni', Tag: [{ Key: 'wanted' }] })),
  );
  await cost(
    server,
    'list of 100',
    describe(() => ({ MaxResults: 100 })),
  );
  const middle = filledIn(Math.floor(size / 2));
  const NextToken = tokenOf([middle.createdAtMs, middle.id]);
  await cost(
    server,
    '... from the middle, by token',
    describe(() => ({ MaxResults: 100, NextToken })),
  );
  const PageNumber = Math.max(1, Math.floor(size / 200));
  await cost(
    server,
    '... from the middle, by number',
    describe(() => ({ PageSize: 100, PageNumber })),
  );
}

async function cost(server: ServerProcess, name: string, requests: readonly Buffer[]): Promise<readonly string[]> {
  const before = server.cpuUs();
  const { p50Ms, failures, bodies } = await load(server.port, requests, 1, true);
  if (failures > 0) throw new Error(`${name} was refused`);
  costs.set(name, [...(costs.get(name) ?? []), { p50Ms, cpuUs: (server.cpuUs() - before) / requests.length }]);
  return bodies;
}

async function makeScene(): Promise<Scene> {
  const { port } = localyun;
  const { vSwitchIds, securityGroupIds } = await makeNetwork(port, { vSwitches: 65, groups: 50 });
  // Alone in its vSwitch, so that it is in the way of none.
  const [VSwitchId, ...others] = vSwitchIds;
  const like = { RegionId, VSwitchId, SecurityGroupId: securityGroupIds[0] };
  const { NetworkInterfaceId } = await ask(port, 'Ecs', 'CreateNetworkInterface', like);
  return { templateId: String(NetworkInterfaceId), vSwitchIds: others, securityGroupIds };
}

function report(): void {
  const cells = (figures: readonly number[], digits: number) =>
    [...figures, (figures.at(-1) ?? 0) / (figures[0] ?? 1)].map((figure, index) =>
      figure.toFixed(index === figures.length ? 2 : digits).padStart(10),
    );
  const heads = [...sizes.map((size) => String(size).padStart(10)), 'ratio'.padStart(10)].join('');
  console.log(
    `${'one connection'.padEnd(32)}${'p50 ms'.padStart(10)}${''.padEnd(30)}${'CPU us a request'.padStart(20)}`,
  );
  console.log(`${''.padEnd(32)}${heads}${heads}`);
  for (const [name, figures] of costs) {
    const p50 = cells(
      figures.map(({ p50Ms }) => p50Ms),
      2,
    );
    const cpu = cells(
      figures.map(({ cpuUs }) => cpuUs),
      0,
    );
    console.log(`${name.padEnd(32)}${p50.join('')}${cpu.join('')}`);
  }
}
