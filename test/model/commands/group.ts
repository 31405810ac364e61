import fc from 'fast-check';
import { type CommandKind, call } from '../command.ts';
import { joinSecurityGroup, leaveSecurityGroup } from '../operations/membership.ts';
import { modifyInstanceAttribute, modifyNetworkInterfaceAttribute } from '../operations/modification.ts';
import { authorizeSecurityGroup, revokeSecurityGroup } from '../operations/rule.ts';
import { pick, seldom, sometimes } from '../picks.ts';
import { groupOf, groupsOf } from './network.ts';
import { eniOf, instanceOf, isSettled } from './picked.ts';

const groups = fc.array(pick, { minLength: 1, maxLength: 3 });

const interfaceChange = fc.record({
  eni: pick,
  groups: sometimes(2, groups),
  name: sometimes(3, fc.constantFrom('blue', 'green', '')),
  description: sometimes(4, fc.constantFrom('left', 'right', '')),
  deleteOnRelease: sometimes(3, fc.boolean()),
  sourceDestCheck: sometimes(4, fc.boolean()),
});

const membership = fc.record({ group: pick, eni: pick, instance: pick, way: fc.nat(30) });

const rule = fc.record({
  group: pick,
  peer: sometimes(3, pick),
  network: fc.constantFrom('10.1.0.0/16', '10.2.0.0/16'),
  ports: fc.constantFrom('22/22', '80/80'),
});

export const groupCommands: readonly CommandKind[] = [
  call(modifyNetworkInterfaceAttribute, 6, interfaceChange, (drawn, model, who) => {
    const NetworkInterfaceId = eniOf(drawn.eni, model, who, ({ status, type }) => {
      return type !== 'Primary' && (status === 'Available' || status === 'InUse');
    });
    const vSwitchId = model.enis.get(NetworkInterfaceId)?.vSwitchId ?? '';
    return {
      NetworkInterfaceId,
      SecurityGroupId: drawn.groups && groupsOf(drawn.groups, model, who, vSwitchId),
      NetworkInterfaceName: drawn.name,
      Description: drawn.description,
      DeleteOnRelease: drawn.deleteOnRelease,
      SourceDestCheck: drawn.sourceDestCheck,
    };
  }),
  call(
    modifyInstanceAttribute,
    3,
    fc.record({ instance: pick, groups: sometimes(2, groups), protection: sometimes(3, seldom(4)) }),
    ({ instance, groups: drawn, protection }, model, who) => {
      const InstanceId = instanceOf(instance, model, who, (one) => isSettled(one) || drawn === undefined);
      const vSwitchId = model.instances.get(InstanceId)?.vSwitchId ?? '';
      return {
        InstanceId,
        SecurityGroupIds: drawn && groupsOf(drawn, model, who, vSwitchId),
        DeletionProtection: protection,
      };
    },
  ),
  ...[joinSecurityGroup, leaveSecurityGroup].map((operation) =>
    call(operation, 4, membership, ({ group, eni, instance, way }, model, who) => {
      const joins = operation === joinSecurityGroup;
      const isInstance = way % 3 === 0;
      const NetworkInterfaceId = eniOf(eni, model, who, (one) => {
        return one.type !== 'Primary' && (joins || one.groups.length > 1);
      });
      const InstanceId = instanceOf(instance, model, who, isSettled);
      const subject = isInstance
        ? [...model.enis.values()].find(({ instanceId, type }) => instanceId === InstanceId && type === 'Primary')
        : model.enis.get(NetworkInterfaceId);
      return {
        SecurityGroupId: groupOf(group, model, who, ({ id, vpcId }) => {
          return joins ? vpcId === subject?.vpcId : subject?.groups.includes(id) === true;
        }),
        // Seldom both at once.
        NetworkInterfaceId: !isInstance || way === 30 ? NetworkInterfaceId : undefined,
        InstanceId: isInstance ? InstanceId : undefined,
      };
    }),
  ),
  ...[authorizeSecurityGroup, revokeSecurityGroup].map((operation) =>
    call(operation, operation === authorizeSecurityGroup ? 3 : 2, rule, (drawn, model, who) => {
      const SecurityGroupId = groupOf(drawn.group, model, who, ({ vpcId }) => vpcId !== null);
      const group = model.groups.get(SecurityGroupId);
      const fits = ({ id, vpcId, type }: { id: string; vpcId: string | null; type: string }) =>
        id !== SecurityGroupId && vpcId === group?.vpcId && type === 'normal';
      return {
        SecurityGroupId,
        SourceGroupId: drawn.peer && groupOf(drawn.peer, model, who, fits),
        SourceCidrIp: drawn.peer === undefined ? drawn.network : undefined,
        IpProtocol: 'TCP' as const,
        PortRange: drawn.ports,
      };
    }),
  ),
];
