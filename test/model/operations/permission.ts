import { type Model, own } from '../model.ts';
import { accepted, agree, claim, type ModelOperation } from '../operation.ts';
import type { AccountName, NetworkInterface, Permission } from '../resources.ts';
import { again, schedule } from '../time.ts';
import { judgeModifiable } from './modification.ts';

const resource = 'network-interface-permission';

interface Grant {
  readonly NetworkInterfaceId: string;
  readonly AccountId: string;
  readonly Permission: 'InstanceAttach';
}

export const createPermission: ModelOperation<Grant> = {
  product: 'Ecs',
  action: 'CreateNetworkInterfacePermission',
  judge({ NetworkInterfaceId }, { model, caller }) {
    const eni = own(model.enis, caller, NetworkInterfaceId);
    const refused = judgeModifiable(eni);
    if (eni === undefined || refused.length > 0) return refused;
    return eni.type === 'Primary' || eni.type === 'Trunk' ? ['InvalidOperation.InvalidEniType'] : accepted;
  },
  apply({ NetworkInterfaceId, AccountId }, { model, caller }, { NetworkInterfacePermission: answer }) {
    const id: string = answer.NetworkInterfacePermissionId;
    const given = givenTo(model, NetworkInterfaceId, AccountId);
    agree('the permission', [answer.NetworkInterfaceId, String(answer.AccountId)], [NetworkInterfaceId, AccountId]);
    // An account that has the permission gets no second one.
    if (given !== undefined) return agree('the permission that is there', id, given.id);
    claim(/^eni-perm-bp1[0-9a-z]{15}$/.test(id), () => `"${id}" has not the form of an id`);
    const permission = { id, owner: caller, eniId: NetworkInterfaceId, grantee: AccountId, status: 'Pending' } as const;
    model.permissions.set(id, permission);
    schedule(model, resource, id, 'grant');
  },
};

interface Revocation {
  readonly NetworkInterfacePermissionId: string;
  readonly Force?: boolean | undefined;
}

export const deletePermission: ModelOperation<Revocation> = {
  product: 'Ecs',
  action: 'DeleteNetworkInterfacePermission',
  judge({ NetworkInterfacePermissionId: id, Force = false }, { model, caller }) {
    const permission = own(model.permissions, caller, id);
    if (permission === undefined) return ['InvalidNetworkInterfacePermissionId.NotFound'];
    if (permission.status === 'Revoking' || Force) return accepted;
    // In use: the interface is on an instance of the account that it was given to.
    const holder = model.instances.get(model.enis.get(permission.eniId)?.instanceId ?? '');
    const isUsed = holder !== undefined && model.accountIds[holder.owner] === permission.grantee;
    return isUsed ? ['InvalidOperation.InvalidEniState'] : accepted;
  },
  apply({ NetworkInterfacePermissionId: id }, { model }) {
    const permission = model.permissions.get(id)!;
    if (permission.status === 'Revoking') again(model, resource, id, 'revoke');
    else schedule(model, resource, id, 'revoke');
    permission.status = 'Revoking';
  },
};

/** The permission that an account has, or is about to have. */
function givenTo(model: Model, eniId: string, grantee: string): Permission | undefined {
  return [...model.permissions.values()].find((permission) => {
    return permission.eniId === eniId && permission.grantee === grantee && permission.status !== 'Revoking';
  });
}

/** The account's interface, or one that it was given to attach (ENI-91). */
export function attachable(model: Model, caller: AccountName, id: string): NetworkInterface | undefined {
  const permission = givenTo(model, id, model.accountIds[caller]);
  return own(model.enis, caller, id) ?? (permission?.status === 'Granted' ? model.enis.get(id) : undefined);
}
