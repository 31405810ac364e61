/**
 * Measures the signed life of network interfaces against a bare node:http server, side by side in one run.
 *
 *     npm run bench                        SQLite in a folder, synced commits
 *     npm run bench -- --rounds 5          more rounds; medians are printed
 *     npm run bench -- --database-url URL  the same on PostgreSQL, beside its own pgbench where that is installed
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LoadResult, load } from './load.ts';
import { ask, makeNetwork, regionId, writeSeed } from './network.ts';
import { startPgbench } from './pgbench.ts';
import { type ServerProcess, startProcess } from './processes.ts';
import { signedRequest } from './requests.ts';

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '10000' },
    'database-url': { type: 'string' },
  },
});
const rounds = Number(flags.rounds);
const requestCount = Number(flags.requests);

const folder = mkdtempSync(join(tmpdir(), 'localyun-bench-'));
const seedFile = writeSeed(folder);
const where =
  flags['database-url'] === undefined
    ? ['--data-dir', join(folder, 'state')]
    : ['--database-url', flags['database-url']];
const startArguments = [
  'dist/cli.js',
  'start',
  '--port',
  '0',
  '--transitions',
  'instant',
  '--seed',
  seedFile,
  ...where,
];

const bare = await startProcess(['--import', 'tsx', 'bench/bare-server.ts']);
const readyMs: number[] = [];
let localyun: ServerProcess = await startProcess(startArguments);
for (let n = 0; n < 5; n += 1) {
  readyMs.push(localyun.readyMs);
  await localyun.stop();
  localyun = await startProcess(startArguments);
}
const residentAtStart = localyun.residentMib();
const pgbench = flags['database-url'] === undefined ? undefined : await startPgbench(flags['database-url']);
const pgbenchRates: number[] = [];

/** A run of requests, and the CPU time that each took of the server. */
interface Measured extends LoadResult {
  readonly cpuUs: number;
}
const results = new Map<string, { localyun: Measured; bare: Measured }[]>();
try {
  const network = await makeScene();
  for (let round = 0; round < rounds; round += 1) {
    if (pgbench !== undefined) pgbenchRates.push(await pgbench.measure(10));
    for (const connections of [1, 32]) {
      const count = connections === 1 ? Math.ceil(requestCount / 5) : requestCount;
      const create = Array.from({ length: count }, () =>
        signedRequest('Ecs', 'CreateNetworkInterface', network.create()),
      );
      const created = await compare('create', connections, create);
      const ids = created.map((body) => JSON.parse(body).NetworkInterfaceId as string);
      const target = (id: string) => ({ RegionId: regionId, NetworkInterfaceId: id });
      const describe = ids.map((id) =>
        signedRequest('Ecs', 'DescribeNetworkInterfaces', { RegionId: regionId, NetworkInterfaceId: [id] }),
      );
      await compare('describe by id', connections, describe);
      await attachAndDetach(network.instances, ids, connections);
      await compare(
        'delete',
        connections,
        ids.map((id) => signedRequest('Ecs', 'DeleteNetworkInterface', target(id))),
      );
    }
  }
  report();
} finally {
  await Promise.all([localyun.stop(), bare.stop(), pgbench?.stop()]);
  rmSync(folder, { recursive: true, force: true });
}

async function compare(name: string, connections: number, requests: readonly Buffer[]): Promise<readonly string[]> {
  const yardstick = await measure(bare, requests, connections);
  const measured = await measure(localyun, requests, connections);
  if (measured.failures > 0)
    throw new Error(`${measured.failures} of ${requests.length} calls of ${name} were refused`);
  const key = `${name}, ${connections} connection${connections === 1 ? '' : 's'}`;
  results.set(key, [...(results.get(key) ?? []), { localyun: measured, bare: yardstick }]);
  return measured.bodies;
}

async function measure(server: ServerProcess, requests: readonly Buffer[], connections: number): Promise<Measured> {
  const before = server.cpuUs();
  const result = await load(server.port, requests, connections, true);
  return { ...result, cpuUs: (server.cpuUs() - before) / requests.length };
}

/** Each instance takes seven interfaces beside its primary one. */
async function attachAndDetach(
  instances: readonly string[],
  ids: readonly string[],
  connections: number,
): Promise<void> {
  const pairs = ids.slice(0, instances.length * 7).map((id, index) => ({
    RegionId: regionId,
    NetworkInterfaceId: id,
    InstanceId: instances[index % instances.length],
  }));
  await compare(
    'attach',
    connections,
    pairs.map((pair) => signedRequest('Ecs', 'AttachNetworkInterface', pair)),
  );
  await compare(
    'detach',
    connections,
    pairs.map((pair) => signedRequest('Ecs', 'DetachNetworkInterface', pair)),
  );
}

async function makeScene() {
  const { vSwitchIds, securityGroupIds } = await makeNetwork(localyun.port, { vSwitches: 4, groups: 1 });
  const common = { RegionId: regionId, VSwitchId: vSwitchIds[0], SecurityGroupId: securityGroupIds[0] };
  const { InstanceIdSets } = await ask(localyun.port, 'Ecs', 'RunInstances', {
    ...common,
    Amount: 100,
    InstanceType: 'ecs.g6.4xlarge',
    ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
  });
  await ask(localyun.port, 'Ecs', 'DescribeRegions', {});
  let turn = 0;
  return {
    instances: (InstanceIdSets as { InstanceIdSet: string[] }).InstanceIdSet,
    create: () => ({ ...common, VSwitchId: vSwitchIds[turn++ % vSwitchIds.length] }),
  };
}

function report(): void {
  const line = (cells: readonly string[]) =>
    console.log(cells.map((cell, n) => (n === 0 ? cell.padEnd(32) : cell.padStart(10))).join(''));
  line(['operation', 'req/s', 'p50 ms', 'p99 ms', 'bare/s', 'ratio', 'CPU us', 'bare us', 'ratio']);
  for (const [name, runs] of results) {
    const perSecond = median(runs.map((run) => run.localyun.requestsPerSecond));
    line([
      name,
      perSecond.toFixed(0),
      median(runs.map((run) => run.localyun.p50Ms)).toFixed(2),
      median(runs.map((run) => run.localyun.p99Ms)).toFixed(2),
      median(runs.map((run) => run.bare.requestsPerSecond)).toFixed(0),
      median(runs.map((run) => run.localyun.requestsPerSecond / run.bare.requestsPerSecond)).toFixed(2),
      // Rates mean nothing on a machine that others use; CPU time still does.
      median(runs.map((run) => run.localyun.cpuUs)).toFixed(1),
      median(runs.map((run) => run.bare.cpuUs)).toFixed(1),
      median(runs.map((run) => run.bare.cpuUs / run.localyun.cpuUs)).toFixed(2),
    ]);
  }
  if (pgbenchRates.length > 0) {
    console.log(`pgbench, simple updates, 32 clients: ${median(pgbenchRates).toFixed(0)} transactions/s`);
  }
  console.log(`start to ready: ${median(readyMs).toFixed(0)} ms (of ${readyMs.length} starts)`);
  console.log(
    `resident memory: ${residentAtStart.toFixed(0)} MiB at start, ${localyun.residentMib().toFixed(0)} MiB at the end`,
  );
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
