import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { customTable, RegionId, routeScene } from '../route-entry/route.fixture.ts';

describe('DescribeRouteTables', () => {
  const localyun = startTestLocalyun();

  it('has tables with all their entries', async () => {
    const { account, network, eni, RouteTableId } = await routeScene(localyun);
    const { vpcId: VpcId, vSwitchId } = network;
    const other = await customTable(localyun, account, VpcId);
    await account.ok('Vpc', 'ModifyRouteTableAttributes', { RegionId, RouteTableId: other, RouteTableName: 'other' });
    const made = await account.ok('Vpc', 'CreateRouteEntry', {
      RegionId,
      RouteTableId,
      DestinationCidrBlock: '10.0.0.0/8',
      NextHopType: 'NetworkInterface',
      NextHopId: eni,
      RouteEntryName: 'name',
      Description: 'description',
    });
    const { VRouterId } = await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId });
    const hop = { Enabled: 1, NextHopId: '', NextHopType: 'local', Weight: 0 };
    const system = {
      Description: '',
      DestinationCidrBlock: '192.168.0.0/24',
      InstanceId: '',
      NextHopType: 'local',
      NextHops: { NextHop: [hop] },
      RouteEntryId: '',
      RouteEntryName: '',
      RouteTableId,
      Status: 'Available',
      Type: 'System',
    };
    const service = {
      ...system,
      DestinationCidrBlock: '100.64.0.0/10',
      NextHopType: 'service',
      NextHops: { NextHop: [{ ...hop, NextHopType: 'service' }] },
    };
    const custom = {
      Description: 'description',
      DestinationCidrBlock: '10.0.0.0/8',
      InstanceId: eni,
      NextHopType: 'NetworkInterface',
      NextHops: { NextHop: [{ Enabled: 1, NextHopId: eni, NextHopType: 'NetworkInterface', Weight: 0 }] },
      RouteEntryId: made.RouteEntryId,
      RouteEntryName: 'name',
      RouteTableId,
      Status: 'Pending',
      Type: 'Custom',
    };
    expect(await account.ok('Vpc', 'DescribeRouteTables', { RegionId, RouteTableId })).toEqual({
      RequestId: expect.any(String),
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 10,
      RouteTables: {
        RouteTable: [
          {
            CreationTime: expect.any(String),
            ResourceGroupId: '',
            RouteEntrys: { RouteEntry: [custom, system, service] },
            RouteTableId,
            RouteTableType: 'System',
            Status: 'Available',
            VRouterId,
            VSwitchIds: { VSwitchId: [vSwitchId] },
          },
        ],
      },
    });
    const found = async (parameters: object) => {
      const answer = await account.ok('Vpc', 'DescribeRouteTables', { RegionId, ...parameters });
      return answer.RouteTables.RouteTable.map((table: Body) => table.RouteTableId);
    };
    expect(await found({ VRouterId })).toEqual([other, RouteTableId]);
    expect(await found({ RouterId: VRouterId, PageSize: 1, PageNumber: 2 })).toEqual([RouteTableId]);
    expect(await found({ RouterId: VRouterId, RouterType: 'VBR' })).toEqual([]);
    expect(await found({ RouteTableName: 'other' })).toEqual([other]);
    expect(await found({ RouteTableId, VRouterId: 'vrt-none' })).toEqual([]);
    expect(await found({ RouteTableId, RegionId: 'cn-beijing' })).toEqual([]);
    expect(await found({ RouteTableId, RegionId: undefined })).toEqual([RouteTableId]);
    const [table] = (await account.ok('Vpc', 'DescribeRouteTables', { RegionId, RouteTableId, Type: 'Custom' }))
      .RouteTables.RouteTable;
    expect(table.RouteEntrys.RouteEntry).toEqual([custom]);
    for (const [parameters, code] of [
      [{}, 'MissingParameter'],
      [{ VRouterId, RouterId: VRouterId }, 'InvalidParameter'],
      [{ VRouterId, PageSize: 51 }, 'InvalidParameter'],
    ] as const) {
      expect(await account.refused('Vpc', 'DescribeRouteTables', { RegionId, ...parameters })).toMatchObject({
        status: 400,
        code,
      });
    }
  });
});
