import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { customTable, entriesOf, RegionId, routeScene, toInterface } from './route.fixture.ts';

describe('CreateRouteEntries and DeleteRouteEntries', () => {
  const localyun = startTestLocalyun();

  it('add and delete what they can, and tell what they cannot', async () => {
    const scene = await routeScene(localyun);
    const { account, network, RouteTableId, eni: NextHop } = scene;
    const other = await customTable(localyun, account, network.vpcId);
    const common = { RouteTableId, NextHop, NextHopType: 'NetworkInterface' };
    const made = await account.ok('Vpc', 'CreateRouteEntries', {
      RegionId,
      RouteEntries: [
        { ...common, DstCidrBlock: '10.0.0.0/24', Name: 'one', Description: 'first', IpVersion: 4 },
        { ...common, DstCidrBlock: '10.0.0.0/24' },
        { ...common, DstCidrBlock: '10.0.1.0/24' },
        { ...common, DstCidrBlock: '10.0.0.0/24', RouteTableId: other },
        { ...common, DstCidrBlock: '10.0.2.0/24', NextHop: 'eni-none' },
        { ...common, DstCidrBlock: '10.0.3.0/24', RouteTableId: 'vtb-none' },
      ],
    });
    expect(made).toEqual({
      RequestId: expect.any(String),
      SuccessCount: 3,
      FailedCount: 3,
      RouteEntryIds: [expect.any(String), expect.any(String), expect.any(String)],
      FailedRouteEntries: [
        {
          DstCidrBlock: '10.0.0.0/24',
          NextHop,
          FailedCode: 'VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE',
          FailedMessage: expect.stringContaining('10.0.0.0/24'),
        },
        expect.objectContaining({ NextHop: 'eni-none', FailedCode: 'InvalidNetworkInterface.NotFound' }),
        expect.objectContaining({ DstCidrBlock: '10.0.3.0/24', FailedCode: 'InvalidRouteTableId.NotFound' }),
      ],
    });
    const custom = () => entriesOf(account, RouteTableId, { RouteEntryType: 'Custom' });
    expect(await custom()).toMatchObject([
      { DestinationCidrBlock: '10.0.0.0/24', RouteEntryName: 'one', Description: 'first', Status: 'Pending' },
      { DestinationCidrBlock: '10.0.1.0/24', Status: 'Pending' },
    ]);
    const [first, second, third] = made.RouteEntryIds;
    const remove = (RouteEntries: object[]) => account.ok('Vpc', 'DeleteRouteEntries', { RegionId, RouteEntries });
    expect(await remove([{ RouteTableId, RouteEntryId: first }])).toMatchObject({
      SuccessCount: 0,
      FailedRouteEntries: [{ RouteEntryId: first, FailedCode: 'VPC_ROUTE_ENTRY_STATUS_ERROR' }],
    });
    await localyun.advance(1_000);

    const removed = await remove([
      { RouteTableId, RouteEntryId: first },
      { RouteTableId, DstCidrBlock: '10.0.1.0/24', NextHop },
      { RouteTableId, DstCidrBlock: '10.0.9.0/24', NextHop },
      { RouteTableId, DstCidrBlock: '10.0.1.0/24', NextHop: 'eni-none' },
      { RouteTableId, RouteEntryId: third },
      { RouteTableId, DstCidrBlock: '100.64.0.0/10', NextHop },
    ]);
    const failed = (fields: object) => ({
      RouteEntryId: '',
      DstCidrBlock: '',
      NextHop: '',
      FailedCode: 'VPC_ROUTER_ENTRY_NOT_EXIST',
      FailedMessage: expect.any(String),
      ...fields,
    });
    expect(removed).toEqual({
      RequestId: expect.any(String),
      SuccessCount: 2,
      FailedCount: 4,
      FailedRouteEntries: [
        failed({ DstCidrBlock: '10.0.9.0/24', NextHop }),
        failed({ DstCidrBlock: '10.0.1.0/24', NextHop: 'eni-none' }),
        failed({ RouteEntryId: third }),
        failed({ DstCidrBlock: '100.64.0.0/10', NextHop, FailedCode: 'OperationDenied' }),
      ],
    });
    expect(await custom()).toMatchObject([
      { RouteEntryId: first, Status: 'Deleting' },
      { RouteEntryId: second, Status: 'Deleting' },
    ]);
    await localyun.advance(1_000);
    expect(await custom()).toEqual([]);
    expect(await entriesOf(account, other, { RouteEntryType: 'Custom' })).toHaveLength(1);
  });

  it('count against the quota entry by entry', async () => {
    const { account, RouteTableId, eni: NextHop } = await routeScene(localyun);
    const quotas = { 'route-entries-per-route-table': 2 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    const RouteEntries = [0, 1, 2].map((n) => ({
      RouteTableId,
      NextHop,
      NextHopType: 'NetworkInterface',
      DstCidrBlock: `10.0.${n}.0/24`,
    }));
    expect(await account.ok('Vpc', 'CreateRouteEntries', { RegionId, RouteEntries })).toMatchObject({
      SuccessCount: 2,
      FailedRouteEntries: [{ DstCidrBlock: '10.0.2.0/24', FailedCode: 'QuotaExceeded' }],
    });
  });

  const good = {
    DstCidrBlock: '10.0.0.0/24',
    NextHop: '$eni',
    NextHopType: 'NetworkInterface',
    RouteTableId: '$table',
  };
  /** Refuses the batch, and changes nothing; `$eni`, `$table` and `$entry` stand for what is there. */
  const refuses = async (action: string, wanted: readonly object[], parameters: object, code: string) => {
    const scene = await routeScene(localyun);
    const { account, RouteTableId, eni } = scene;
    const { RouteEntryId } = await account.ok('Vpc', 'CreateRouteEntry', toInterface(scene, '10.9.0.0/24'));
    await localyun.advance(1_000);
    const texts: Record<string, string> = { $eni: eni, $table: RouteTableId, $entry: RouteEntryId };
    const RouteEntries = wanted.map((one) =>
      Object.fromEntries(Object.entries(one).map(([name, value]) => [name, texts[value as string] ?? value])),
    );
    const refusal = await account.refused('Vpc', action, { RegionId, RouteEntries, ...parameters });
    expect(refusal).toMatchObject({ status: 400, code });
    await localyun.advance(1_000);
    expect(await entriesOf(account, RouteTableId, { RouteEntryType: 'Custom' })).toMatchObject([
      { RouteEntryId, Status: 'Available' },
    ]);
  };

  it.each([
    [[{ ...good, RouteTableId: undefined }], {}, 'MissingParam.RouteTableId'],
    [[{ ...good, DstCidrBlock: undefined }], {}, 'MissingParameter'],
    [[good, { ...good, NextHop: undefined }], {}, 'MissingParameter'],
    [[{ ...good, Name: 'http://x' }], {}, 'InvalidRouteEntryName.Malformed'],
    [[{ ...good, Description: 'http://x' }], {}, 'InvalidDescription.Malformed'],
    [[], {}, 'MissingParameter'],
    [Array.from({ length: 51 }, () => good), {}, 'InvalidParameter'],
    [[good], { DryRun: true }, 'DryRunOperation'],
    [[good, good], { DryRun: true }, 'InvalidCIDRBlock.Duplicate'],
  ])('CreateRouteEntries refuses %j %j with %s and changes nothing', (wanted, parameters, code) =>
    refuses('CreateRouteEntries', wanted, parameters, code),
  );

  it.each([
    [[], {}, 'MissingParameter'],
    [[{ RouteEntryId: 'rte-1' }], {}, 'MissingParam.RouteTableId'],
    [[{ RouteTableId: 'vtb-1', NextHop: 'eni-1' }], {}, 'MissingParameter'],
    [[{ RouteTableId: 'vtb-1', DstCidrBlock: '10.0.0.0/8' }], {}, 'MissingParameter'],
    [Array.from({ length: 51 }, () => ({ RouteTableId: 'vtb-1', RouteEntryId: 'rte-1' })), {}, 'InvalidParameter'],
    [[{ RouteTableId: '$table', RouteEntryId: '$entry' }], { DryRun: true }, 'DryRunOperation'],
    [[{ RouteTableId: '$table', RouteEntryId: 'rte-none' }], { DryRun: true }, 'InvalidRouteEntryId.NotFound'],
  ])('DeleteRouteEntries refuses %j %j with %s and changes nothing', (wanted, parameters, code) =>
    refuses('DeleteRouteEntries', wanted, parameters, code),
  );
});
