import fc from 'fast-check';
import { type CommandKind, call } from '../command.ts';
import { instanceTypes } from '../instance-types.ts';
import { deleteInstance, rebootInstance, startInstance, stopInstance } from '../operations/instance.ts';
import { runInstances } from '../operations/run-instances.ts';
import { pick, seldom, sometimes } from '../picks.ts';
import { groupOf, groupsOf, vSwitchOf } from './network.ts';
import { clientToken, eniOf, instanceOf, isIdle, resourceGroup, resourceGroupOf, tags } from './picked.ts';
import { addressOf } from './wishes.ts';

const secondary = fc.record({
  existing: seldom(2),
  eni: pick,
  vSwitch: sometimes(4, pick),
  group: sometimes(3, pick),
  count: sometimes(3, fc.integer({ min: 1, max: 6 })),
  keep: seldom(3),
});

const newInstances = fc.record({
  type: fc.constantFrom(...Object.keys(instanceTypes)),
  vSwitch: pick,
  groups: fc.array(pick, { minLength: 1, maxLength: 2 }),
  address: sometimes(6, fc.nat(60)),
  amount: sometimes(5, fc.constant(2)),
  secondaries: sometimes(3, fc.array(secondary, { minLength: 1, maxLength: 2 })),
  protected: seldom(12),
  tags,
  resourceGroup,
  token: clientToken,
});

export const instanceCommands: readonly CommandKind[] = [
  call(runInstances, 4, newInstances, (drawn, model, who) => {
    const VSwitchId = vSwitchOf(drawn.vSwitch, model, who);
    const place = model.vSwitches.get(VSwitchId);
    return {
      InstanceType: drawn.type,
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId,
      SecurityGroupIds: groupsOf(drawn.groups, model, who, VSwitchId),
      PrivateIpAddress: drawn.address === undefined ? undefined : addressOf(drawn.address, model, VSwitchId),
      Amount: drawn.amount,
      NetworkInterface: drawn.secondaries?.map(({ existing, eni, vSwitch, group, count, keep }) => {
        const isNear = ({ vpcId, zoneId }: { vpcId: string; zoneId: string }) =>
          vpcId === place?.vpcId && zoneId === place.zoneId;
        if (existing) return { NetworkInterfaceId: eniOf(eni, model, who, (one) => isIdle(one) && isNear(one)) };
        return {
          InstanceType: 'Secondary' as const,
          VSwitchId: vSwitch && vSwitchOf(vSwitch, model, who, isNear),
          SecurityGroupId: group && groupOf(group, model, who, ({ vpcId }) => vpcId === place?.vpcId),
          SecondaryPrivateIpAddressCount: count,
          DeleteOnRelease: keep ? false : undefined,
        };
      }),
      DeletionProtection: drawn.protected ? true : undefined,
      Tag: drawn.tags,
      ResourceGroupId: drawn.resourceGroup && resourceGroupOf(drawn.resourceGroup, model, who),
      ClientToken: drawn.token,
    };
  }),
  call(startInstance, 4, pick, (one, model, who) => ({
    InstanceId: instanceOf(one, model, who, ({ status }) => status === 'Stopped'),
  })),
  call(stopInstance, 3, fc.record({ one: pick, force: seldom(4) }), ({ one, force }, model, who) => ({
    InstanceId: instanceOf(one, model, who, ({ status }) => status === 'Running'),
    ForceStop: force ? true : undefined,
  })),
  call(rebootInstance, 1, pick, (one, model, who) => ({
    InstanceId: instanceOf(one, model, who, ({ status }) => status === 'Running'),
  })),
  call(deleteInstance, 3, fc.record({ one: pick, force: seldom(2) }), ({ one, force }, model, who) => ({
    InstanceId: instanceOf(one, model, who, ({ status }) => force || status === 'Stopped'),
    Force: force ? true : undefined,
  })),
];
