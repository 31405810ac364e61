import { type Step, stepsOf } from '../step.ts';

const vpc = stepsOf('Vpc');
const table = { RouteTableId: '$tableId' };
const toInstance = { NextHopType: 'Instance', NextHopId: '$instanceId' };
const entry = { ...table, DestinationCidrBlock: '172.16.1.0/24' };

/** Routes and route tables of a VPC in which an instance runs. */
export const routes: readonly Step[] = [
  vpc('CreateRouteTable', { VpcId: '$vpcId', RouteTableName: 'custom' }, { tableId: 'RouteTableId' }),
  vpc('DescribeRouteTables', { RouteTableId: '$tableId' }),
  vpc('ModifyRouteTableAttributes', { ...table, Description: 'around' }),
  vpc('AssociateRouteTable', { ...table, VSwitchId: '$vSwitchId' }),
  vpc('UnassociateRouteTable', { ...table, VSwitchId: '$vSwitchId' }),
  vpc('CreateRouteEntry', { ...entry, ...toInstance }, { entryId: 'RouteEntryId' }),
  vpc('DescribeRouteEntryList', table),
  vpc('ModifyRouteEntry', { RouteEntryId: '$entryId', RouteEntryName: 'way' }),
  vpc('DeleteRouteEntry', { ...entry, NextHopId: '$instanceId' }),
  vpc('CreateRouteEntries', {
    RouteEntries: [{ ...table, DstCidrBlock: '172.16.2.0/24', NextHopType: 'Instance', NextHop: '$instanceId' }],
  }),
  vpc('DeleteRouteEntries', {
    RouteEntries: [{ ...table, DstCidrBlock: '172.16.2.0/24', NextHop: '$instanceId' }],
  }),
];

export const routesEnd: readonly Step[] = [vpc('DeleteRouteTable', table)];
