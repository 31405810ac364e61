import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { send } from '../support/signed-client.ts';

const localyun = startTestLocalyun();

/** The samples of a scrape: name and labels, to value. */
async function scrape(): Promise<ReadonlyMap<string, number>> {
  const { status, headers, text } = await send(localyun.port, 'GET', '/_localyun/metrics');
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

it('metrics say how often, how long, what is pending and what was applied', async () => {
  const account = localyun.account();
  const network = await account.network();
  const { NetworkInterfaceId } = await account.createNetworkInterface(network);
  const parameters = { RegionId: network.regionId, NetworkInterfaceId };
  for (const id of ['eni-none-1', 'eni-none-2']) {
    await account.refused('Ecs', 'ModifyNetworkInterfaceAttribute', { ...parameters, NetworkInterfaceId: id });
  }
  await account.ok('Ecs', 'DeleteNetworkInterface', parameters);
  await send(localyun.port, 'GET', '/?Action=Made%0AUp&Version=2014-05-26');

  const first = await scrape();
  const counted = (action: string, code = '') =>
    `localyun_requests_total{product="Ecs",action="${action}",code="${code}"}`;
  expect(first.get(counted('CreateNetworkInterface'))).toBe(1);
  expect(first.get(counted('ModifyNetworkInterfaceAttribute', 'InvalidEniId.NotFound'))).toBe(2);
  // What names no operation does not make a series of its own.
  expect([...first.keys()].filter((name) => name.includes('Made'))).toEqual([]);
  const labels = 'product="Ecs",action="ModifyNetworkInterfaceAttribute"';
  expect(first.get(`localyun_request_duration_seconds_count{${labels}}`)).toBe(2);
  expect(first.get(`localyun_request_duration_seconds_bucket{le="+Inf",${labels}}`)).toBe(2);
  expect(first.get(`localyun_request_duration_seconds_sum{${labels}}`)).toBeGreaterThan(0);
  const buckets = [...first].filter(
    ([name]) => name.startsWith('localyun_request_duration_seconds_bucket') && name.includes(labels),
  );
  expect(buckets.map(([, value]) => value)).toEqual(
    buckets.map(([, value]) => value).sort((one, other) => one - other),
  );
  const deletion = '{resource_type="network-interface",kind="delete"}';
  expect(first.get(`localyun_transitions_pending${deletion}`)).toBe(1);
  expect(first.get(`localyun_transitions_applied_total${deletion}`)).toBeUndefined();
  expect(first.get('localyun_store_batches_total')).toBeGreaterThan(0);
  expect(first.get('process_resident_memory_bytes')).toBeGreaterThan(0);
  expect(first.has('nodejs_eventloop_lag_seconds')).toBe(true);

  await localyun.advance(10_000);
  const second = await scrape();
  expect(second.get(`localyun_transitions_pending${deletion}`)).toBeUndefined();
  expect(second.get(`localyun_transitions_applied_total${deletion}`)).toBe(1);
  expect(second.get('localyun_store_writes_total')).toBeGreaterThan(first.get('localyun_store_writes_total')!);
});
