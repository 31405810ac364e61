import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';

const localyun = startTestLocalyun();
const action = 'DescribeEniMonitorData';
const long = 10_000;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const text = (timeMs: number) => `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
const nowMs = () => Date.parse(localyun.server.levers.clock().now as string);
/** The last whole minute. */
const lastMinuteMs = () => Math.floor(nowMs() / minuteMs) * minuteMs;

type Point = Readonly<Record<string, string>>;

/** A running instance with one secondary interface, attached at least an hour ago. */
async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const { regionId: RegionId } = network;
  const { NetworkInterfaceId: id } = await account.createNetworkInterface(network);
  const InstanceId = await account.runInstance(network);
  const pair = { RegionId, NetworkInterfaceId: id, InstanceId };
  await account.ok('Ecs', 'AttachNetworkInterface', pair);
  await localyun.advance(61 * minuteMs);
  const wholeHour = () => ({ StartTime: text(lastMinuteMs() - 60 * minuteMs), EndTime: text(lastMinuteMs()) });
  const ask = async (more: Parameters = {}): Promise<readonly Point[]> => {
    const answer = await account.ok('Ecs', action, { RegionId, InstanceId, ...wholeHour(), ...more });
    expect(answer.TotalCount).toBe(answer.MonitorData.EniMonitorData.length);
    return answer.MonitorData.EniMonitorData;
  };
  const refused = (more: Parameters) =>
    account.refused('Ecs', action, { RegionId, InstanceId, ...wholeHour(), ...more });
  return { account, network, RegionId, id: id as string, InstanceId, pair, ask, refused };
}

describe('DescribeEniMonitorData', () => {
  it('ENI-162 gives a point a minute, all numbers as text, and never the primary interface', async () => {
    const { account, RegionId, InstanceId, id, ask } = await setUp();
    const points = await ask();
    expect(points).toHaveLength(60);
    const startMs = lastMinuteMs() - 60 * minuteMs;
    for (const [index, point] of points.entries()) {
      expect(point).toEqual({
        EniId: id,
        TimeStamp: text(startMs + index * minuteMs),
        PacketRx: expect.stringMatching(/^\d+$/),
        PacketTx: expect.stringMatching(/^\d+$/),
        IntranetRx: expect.stringMatching(/^\d+$/),
        IntranetTx: expect.stringMatching(/^\d+$/),
        DropPacketRx: expect.stringMatching(/^\d+$/),
        DropPacketTx: expect.stringMatching(/^\d+$/),
      });
    }
    expect(new Set(points.map((point) => point.PacketRx)).size).toBeGreaterThan(30);
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId,
      InstanceId,
      Type: 'Primary',
    });
    expect(await ask({ EniId: NetworkInterfaceSets.NetworkInterfaceSet[0].NetworkInterfaceId })).toEqual([]);
  });

  it('says the same again, and longer periods add up', async () => {
    const { ask, id } = await setUp();
    const minutes = await ask();
    expect(await ask({ EniId: id })).toEqual(minutes);
    const [hour, ...none] = await ask({ Period: 3600 });
    expect(none).toEqual([]);
    expect(await ask({ Period: 600 })).toHaveLength(6);
    for (const field of ['PacketRx', 'PacketTx', 'IntranetRx', 'IntranetTx', 'DropPacketRx', 'DropPacketTx'] as const) {
      expect(hour?.[field]).toBe(String(minutes.reduce((sum, point) => sum + Number(point[field]), 0)));
    }
  });

  it('seconds count as the next minute, and nothing is known of the future', async () => {
    const { ask } = await setUp();
    const minute = lastMinuteMs();
    const points = await ask({ StartTime: text(minute - 3 * minuteMs + 1000), EndTime: text(minute + 9 * minuteMs) });
    expect(points.map((point) => point.TimeStamp)).toEqual([text(minute - 2 * minuteMs), text(minute - minuteMs)]);
    expect(await ask({ StartTime: text(minute), EndTime: text(minute) })).toEqual([]);
  });

  it('has nothing from before the interface and the start of the instance', async () => {
    const { ask } = await setUp();
    const points = await ask({ StartTime: text(lastMinuteMs() - 300 * minuteMs) });
    expect(points.length).toBeLessThan(65);
    expect(points.length).toBeGreaterThanOrEqual(60);
  });

  it('has nothing while the interface is Available or the instance Stopped', async () => {
    const { account, InstanceId, pair, id, ask } = await setUp();
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(long);
    expect(await ask()).toEqual([]);
    await account.ok('Ecs', 'StartInstance', { InstanceId });
    await localyun.advance(61 * minuteMs);
    expect(await ask()).toHaveLength(60);
    await account.ok('Ecs', 'DetachNetworkInterface', pair);
    await localyun.advance(long);
    expect(await ask()).toEqual([]);
    expect(await ask({ EniId: id })).toEqual([]);
  });

  it.each([
    [{ StartTime: '2026-01-01' }, 403, 'InvalidStartTime.Malformed'],
    [{ EndTime: '2026-13-01T00:00:00Z' }, 403, 'InvalidEndTime.Malformed'],
    [{ EndTime: '2026-01-01T00:00Z' }, 403, 'InvalidEndTime.Malformed'],
    [{ Period: 61 }, 403, 'InvalidPeriod.ValueNotSupported'],
    [{ StartTime: '' }, 400, 'MissingParameter'],
    [{ EndTime: '' }, 400, 'MissingParameter'],
    [{ InstanceId: '' }, 400, 'MissingParameter'],
    [{ InstanceId: 'i-bp1aaaaaaaaaaaaaaaaa' }, 404, 'InvalidEcsId.NotFound'],
    [{ EniId: 'eni-bp1aaaaaaaaaaaaaaaaa' }, 400, 'InvalidEniId.NotFound'],
  ])('refuses %j with %i %s', async (wrong, status, code) => {
    const { refused } = await setUp();
    expect(await refused(wrong)).toMatchObject({ status, code });
  });

  it('ENI-162 times in the wrong order, too long ago, and too many points', async () => {
    const { refused, ask } = await setUp();
    const minute = lastMinuteMs();
    expect(await refused({ StartTime: text(minute), EndTime: text(minute - minuteMs) })).toMatchObject({
      status: 403,
      code: 'InvalidParameter.EndTime',
    });
    expect(await refused({ StartTime: text(nowMs() - 30 * dayMs - minuteMs), Period: 3600 })).toMatchObject({
      status: 403,
      code: 'InvalidStartTime.TooEarly',
    });
    await ask({ StartTime: text(minute - 16 * dayMs), Period: 3600 });
    expect(await refused({ StartTime: text(minute - 401 * minuteMs) })).toMatchObject({
      status: 403,
      code: 'InvalidParameter.TooManyDataQueried',
    });
    await ask({ StartTime: text(minute - 400 * minuteMs) });
  });

  it('an interface on another instance, and an instance of another account', async () => {
    const { account, network, RegionId, InstanceId, refused } = await setUp();
    const other = await account.runInstance(network);
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId, InstanceId: other });
    await localyun.advance(long);
    expect(await refused({ EniId: NetworkInterfaceId })).toMatchObject({ status: 400, code: 'InvalidParam.Malformed' });
    const times = { StartTime: text(lastMinuteMs()), EndTime: text(lastMinuteMs()) };
    expect(await localyun.account().refused('Ecs', action, { RegionId, InstanceId, ...times })).toMatchObject({
      status: 404,
      code: 'InvalidEcsId.NotFound',
    });
  });
});
