/**
 * Says where the time of creating, describing and deleting a network interface goes: CPU time a request beside a bare
 * node:http server, and a flame summary of the server's main thread by layer and function.
 *
 *     npm run bench:profile                     10,000 requests of each, 32 connections
 *     npm run bench:profile -- --top 40         more functions
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { selfTimes } from './layers.ts';
import { load } from './load.ts';
import { makeNetwork, regionId as RegionId, writeSeed } from './network.ts';
import { type ServerProcess, startProcess } from './processes.ts';
import { signedRequest } from './requests.ts';

const { values: flags } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '32' },
    top: { type: 'string', default: '20' },
  },
});
const [requestCount, connections, top] = [flags.requests, flags.connections, flags.top].map(Number) as [
  number,
  number,
  number,
];

const folder = mkdtempSync(join(tmpdir(), 'localyun-profile-'));
const profile = join(folder, 'localyun.cpuprofile');
const bare = await startProcess(['--import', 'tsx', 'bench/bare-server.ts']);
const localyun = await startProcess(
  [
    ...['--import', 'tsx', '--import', './bench/profiler.ts', 'dist/cli.js', 'start', '--port', '0'],
    ...['--transitions', 'instant', '--seed', writeSeed(folder), '--data-dir', join(folder, 'state')],
  ],
  { LOCALYUN_BENCH_PROFILE: profile },
);
try {
  const { vSwitchIds, securityGroupIds } = await makeNetwork(localyun.port, { vSwitches: 4, groups: 1 });
  const [SecurityGroupId] = securityGroupIds;
  const many = Array.from({ length: requestCount }, (_, n) => n);
  // The first two lives compile the server; the third is measured, and the fourth profiled.
  for (const pass of ['warm', 'warm', 'measured', 'profiled'] as const) {
    const creations = many.map((n) => ({ RegionId, VSwitchId: vSwitchIds[n % vSwitchIds.length], SecurityGroupId }));
    const answers = await run(pass, 'CreateNetworkInterface', creations);
    const ids = answers.map((body) => (JSON.parse(body) as { NetworkInterfaceId: string }).NetworkInterfaceId);
    await run(
      pass,
      'DescribeNetworkInterfaces',
      ids.map((id) => ({ RegionId, NetworkInterfaceId: [id] })),
    );
    await run(
      pass,
      'DeleteNetworkInterface',
      ids.map((NetworkInterfaceId) => ({ RegionId, NetworkInterfaceId })),
    );
  }
} finally {
  await Promise.all([localyun.stop(), bare.stop()]);
  rmSync(folder, { recursive: true, force: true });
}

async function run(
  pass: 'warm' | 'measured' | 'profiled',
  action: string,
  calls: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly string[]> {
  const requests = calls.map((parameters) => signedRequest('Ecs', action, parameters));
  if (pass === 'profiled') return profiled(action, requests);
  const yardstickUs = (await measured(bare, requests)).cpuUs;
  const { cpuUs, bodies } = await measured(localyun, requests);
  if (pass === 'measured') {
    const ratio = (yardstickUs / cpuUs).toFixed(2);
    console.log(`${action}: ${cpuUs.toFixed(1)} us of CPU, bare ${yardstickUs.toFixed(1)} us, ratio ${ratio}`);
  }
  return bodies;
}

async function measured(server: ServerProcess, requests: readonly Buffer[]) {
  const before = server.cpuUs();
  const { bodies, failures } = await load(server.port, requests, connections, true);
  if (server === localyun && failures > 0) throw new Error(`${failures} of ${requests.length} calls were refused`);
  return { bodies, cpuUs: (server.cpuUs() - before) / requests.length };
}

async function profiled(action: string, requests: readonly Buffer[]): Promise<readonly string[]> {
  localyun.signal('SIGUSR2');
  await sleep(200);
  const { bodies } = await measured(localyun, requests);
  localyun.signal('SIGUSR2');
  while (!existsSync(profile)) await sleep(50);
  await sleep(500);
  const found = selfTimes(JSON.parse(readFileSync(profile, 'utf8')));
  rmSync(profile);

  const perRequestUs = (us: number) => us / requests.length;
  const totalUs = perRequestUs(found.reduce((sum, { selfUs }) => sum + selfUs, 0));
  console.log(`\n${action}: ${totalUs.toFixed(1)} us a request on the main thread, profiler included`);
  const layers = new Map<string, number>();
  for (const { layer, selfUs } of found) layers.set(layer, (layers.get(layer) ?? 0) + perRequestUs(selfUs));
  for (const [layer, us] of [...layers].sort((one, other) => other[1] - one[1])) {
    console.log(
      `  ${layer.padEnd(20)}${us.toFixed(1).padStart(6)} us${((us / totalUs) * 100).toFixed(0).padStart(5)} %`,
    );
  }
  for (const { layer, name, selfUs } of found.slice(0, top)) {
    console.log(`    ${perRequestUs(selfUs).toFixed(2).padStart(6)} us  ${layer.padEnd(18)}  ${name}`);
  }
  return bodies;
}
