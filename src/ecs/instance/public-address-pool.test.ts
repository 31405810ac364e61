import { afterAll, beforeAll, expect, it } from 'vitest';
import { openInProcess } from '../../../test/support/in-process.ts';
import { testDatabaseUrl } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import { sql } from '../../store/statement.ts';
import { keep } from '../../store/store.ts';

const RegionId = 'cn-hangzhou';
const key = 'localyun-pool';
let place: Awaited<ReturnType<typeof openInProcess>>;

beforeAll(async () => {
  place = await openInProcess(testDatabaseUrl());
});
afterAll(() => place.close());

/** Gives every address of the pool to the account whose elastic IP address is there already. */
const fill = sql(
  `INSERT INTO eip (allocation_id, account_id, region_id, ip_address, eip_name, description, status, bandwidth_mbps,
     internet_charge_type, isp, zone_id, security_protection_types, deletion_protection, resource_group_id, mode,
     private_address_given, created_at_ms)
   WITH RECURSIVE pool(address) AS (
     SELECT CAST(? AS BIGINT) UNION ALL SELECT address + 1 FROM pool WHERE address < CAST(? AS BIGINT))
   SELECT 'eip-' || address, account_id, region_id, address, eip_name, description, status, bandwidth_mbps,
     internet_charge_type, isp, zone_id, security_protection_types, deletion_protection, resource_group_id, mode,
     private_address_given, created_at_ms
   FROM eip CROSS JOIN pool WHERE address <> ip_address`,
);
const first = (198 * 256 + 18) * 65_536;

it('instances and accounts find no public address where all are in use', async () => {
  const server = await place.begin(1);
  const call = (product: 'Ecs' | 'Vpc', action: string, parameters: Parameters) =>
    server.call(key, product, action, { RegionId, ...parameters });
  const { VpcId } = (await call('Vpc', 'CreateVpc', { CidrBlock: '192.168.0.0/16' })).body;
  server.moveClock(1_000);
  const where = { VpcId, ZoneId: 'cn-hangzhou-h', CidrBlock: '192.168.0.0/24' };
  const { VSwitchId } = (await call('Vpc', 'CreateVSwitch', where)).body;
  const { SecurityGroupId } = (await call('Ecs', 'CreateSecurityGroup', { VpcId })).body;
  server.moveClock(1_000);
  const run = (more: Parameters = {}) =>
    call('Ecs', 'RunInstances', {
      VSwitchId,
      SecurityGroupId,
      InstanceType: 'ecs.g6.large',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      ...more,
    });
  const made = await run();
  const [InstanceId] = made.body.InstanceIdSets.InstanceIdSet;
  server.moveClock(5_000);
  await call('Vpc', 'AllocateEipAddress', {});
  await server.store.write(async (tx) => keep(await tx.run(fill, first, first + 131_071)));

  const none = { status: 400, code: 'InsufficientPublicIp' };
  expect(await run({ InternetMaxBandwidthOut: 5 })).toMatchObject(none);
  const spec = { InstanceId, InternetMaxBandwidthOut: 5, AllocatePublicIp: true };
  expect(await call('Ecs', 'ModifyInstanceNetworkSpec', spec)).toMatchObject(none);
  const other = await server.call('localyun-other', 'Vpc', 'AllocateEipAddress', { RegionId });
  expect(other).toMatchObject({ status: 400, code: 'OperationFailed.InsufficientEIP' });
  const { Instances } = (await call('Ecs', 'DescribeInstances', {})).body;
  expect(Instances.Instance).toMatchObject([{ InstanceId, InternetMaxBandwidthOut: 0 }]);
});
