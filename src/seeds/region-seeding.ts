import type { SeedProblem } from '../access/seed-refused.ts';
import { findAnyNetworkInterface, saveFixture } from '../ecs/network-interface/network-interface.table.ts';
import { isRefusal } from '../operation/refusal.ts';
import type { Transaction } from '../store/store.ts';
import { findById, findByName } from './existing.ts';
import type { CallingScope, InProcessCalls } from './in-process-calls.ts';
import type { SeedKind, SeedResource, SeedResources } from './seed-resources.ts';
import * as wanted from './wanted-call.ts';

/** What a resource of a seed has become. */
export interface SeededResource {
  readonly kind: SeedKind;
  readonly name: string;
  readonly id: string;
  /** Whether it was there before, and is as it was. */
  readonly existed: boolean;
}

type Path = SeedProblem['path'];

/**
 * Makes the resources of one region of an account, in the order of their references. After a problem it goes on with what
 * does not depend on it, so that all problems are found at once; nothing of it must be kept then.
 */
export class RegionSeeding {
  readonly problems: SeedProblem[] = [];
  readonly made: SeededResource[] = [];
  readonly #tx: Transaction;
  readonly #calls: InProcessCalls;
  readonly #scope: CallingScope;
  readonly #path: Path;
  /** By kind and name; undefined for those that could not be made. */
  readonly #ids = new Map<string, string | undefined>();

  constructor(tx: Transaction, calls: InProcessCalls, scope: CallingScope, path: Path) {
    this.#tx = tx;
    this.#calls = calls;
    this.#scope = scope;
    this.#path = path;
  }

  async seed(resources: SeedResources): Promise<void> {
    for (const [index, vpc] of resources.vpcs.entries()) {
      await this.#make('vpcs', index, vpc, () =>
        this.#create(['vpcs', index], wanted.createVpc(vpc), 'VpcId', { vpc: vpc.id }),
      );
    }
    for (const [index, one] of resources.vSwitches.entries()) await this.#vSwitch(index, one);
    for (const [index, one] of resources.keyPairs.entries()) await this.#keyPair(index, one);
    for (const [index, one] of resources.securityGroups.entries()) await this.#securityGroup(index, one);
    for (const [index, one] of resources.securityGroups.entries()) await this.#rules(index, one);
    for (const [index, one] of resources.instances.entries()) await this.#instance(index, one);
    for (const [index, one] of resources.networkInterfaces.entries()) await this.#networkInterface(index, one);
    for (const isMember of [false, true]) {
      for (const [index, one] of resources.networkInterfaces.entries()) {
        if ((one.trunk !== undefined) === isMember) await this.#attachment(index, one);
      }
    }
    for (const one of resources.networkInterfaces) await this.#fixture(one);
    for (const [index, one] of resources.eips.entries()) await this.#eip(index, one);
  }

  async #vSwitch(index: number, vSwitch: SeedResource<'vSwitches'>): Promise<void> {
    const vpc = this.#idOf('vpcs', vSwitch.vpc);
    await this.#make('vSwitches', index, vSwitch, async () =>
      vpc === undefined
        ? undefined
        : this.#create(['vSwitches', index], wanted.createVSwitch(vSwitch, { vpc }), 'VSwitchId', { vsw: vSwitch.id }),
    );
  }

  async #keyPair(index: number, keyPair: SeedResource<'keyPairs'>): Promise<void> {
    await this.#make('keyPairs', index, keyPair, () =>
      this.#create(['keyPairs', index], wanted.importKeyPair(keyPair), 'KeyPairName'),
    );
  }

  async #securityGroup(index: number, group: SeedResource<'securityGroups'>): Promise<void> {
    const vpc = this.#idOf('vpcs', group.vpc);
    await this.#make('securityGroups', index, group, async () => {
      if (vpc === undefined) return undefined;
      const call = wanted.createSecurityGroup(group, { vpc });
      return this.#create(['securityGroups', index], call, 'SecurityGroupId', { sg: group.id });
    });
  }

  /** Groups can refer to each other, so rules come when all groups are there. */
  async #rules(index: number, group: SeedResource<'securityGroups'>): Promise<void> {
    const id = this.#madeNow('securityGroups', group.name);
    if (id === undefined) return;
    for (const direction of ['ingress', 'egress'] as const) {
      for (const [at, rule] of group[direction].entries()) {
        const other = rule.group === undefined ? undefined : this.#idOf('securityGroups', rule.group);
        if (rule.group !== undefined && other === undefined) continue;
        const path = ['securityGroups', index, direction, at];
        await this.#carryOut(path, wanted.authorizeRule(direction, id, rule, other));
      }
    }
  }

  async #instance(index: number, instance: SeedResource<'instances'>): Promise<void> {
    await this.#make('instances', index, instance, async () => {
      const place = this.#placeOf(instance);
      const keyPair = instance.keyPair === undefined ? '' : this.#idOf('keyPairs', instance.keyPair);
      if (place === undefined || keyPair === undefined) return undefined;
      const path = ['instances', index];
      const ids = { i: instance.id, eni: instance.networkInterfaceId };
      const answer = await this.#carryOut(path, wanted.runInstance(instance, place), ids);
      const sets = answer?.InstanceIdSets as { readonly InstanceIdSet: readonly string[] } | undefined;
      return sets?.InstanceIdSet[0];
    });
  }

  async #networkInterface(index: number, eni: SeedResource<'networkInterfaces'>): Promise<void> {
    await this.#make('networkInterfaces', index, eni, async () => {
      const place = this.#placeOf(eni);
      if (place === undefined) return undefined;
      const call = wanted.createNetworkInterface(eni, place);
      return this.#create(['networkInterfaces', index], call, 'NetworkInterfaceId', { eni: eni.id });
    });
  }

  async #attachment(index: number, eni: SeedResource<'networkInterfaces'>): Promise<void> {
    const id = this.#madeNow('networkInterfaces', eni.name);
    if (id === undefined || eni.instance === undefined) return;
    const instance = this.#idOf('instances', eni.instance);
    const trunk = eni.trunk === undefined ? undefined : this.#idOf('networkInterfaces', eni.trunk);
    if (instance === undefined || (eni.trunk !== undefined && trunk === undefined)) return;
    const path = ['networkInterfaces', index, 'instance'];
    await this.#carryOut(path, wanted.attachNetworkInterface(id, { instance, trunk }));
  }

  /** What no operation can set; last, for what a service manages cannot be attached any more. */
  async #fixture({ name, serviceId, slaveCount }: SeedResource<'networkInterfaces'>): Promise<void> {
    const id = this.#madeNow('networkInterfaces', name);
    if (id === undefined || (serviceId === undefined && slaveCount === undefined)) return;
    const eni = await findAnyNetworkInterface(this.#tx, id);
    if (eni === undefined) return;
    const fixture = { serviceId: serviceId ?? eni.serviceId, slaveCount: slaveCount ?? eni.slaveCount };
    await saveFixture(this.#tx, id, fixture);
  }

  async #eip(index: number, eip: SeedResource<'eips'>): Promise<void> {
    await this.#make('eips', index, eip, () =>
      this.#create(['eips', index], wanted.allocateEip(eip), 'AllocationId', { eip: eip.id }),
    );
    const allocationId = this.#madeNow('eips', eip.name);
    const { instance, networkInterface, privateIpAddress } = eip;
    const isInstance = instance !== undefined;
    const target = instance ?? networkInterface;
    if (allocationId === undefined || target === undefined) return;
    const id = this.#idOf(isInstance ? 'instances' : 'networkInterfaces', target);
    if (id === undefined) return;
    const path = ['eips', index, isInstance ? 'instance' : 'networkInterface'];
    await this.#carryOut(path, wanted.associateEip(allocationId, { id, isInstance, privateIpAddress }));
  }

  /** Undefined when something of it could not be made, which was told then. */
  #placeOf({ vSwitch, securityGroups }: { readonly vSwitch: string; readonly securityGroups: readonly string[] }) {
    const vSwitchId = this.#idOf('vSwitches', vSwitch);
    const groups = securityGroups.map((group) => this.#idOf('securityGroups', group));
    const known = groups.filter((group) => group !== undefined);
    if (vSwitchId === undefined || known.length < groups.length) return undefined;
    return { vSwitch: vSwitchId, securityGroups: known };
  }

  /** Makes a resource unless it is there; its id is known by its name from then on. */
  async #make<Kind extends SeedKind>(
    kind: Kind,
    index: number,
    { name, ...resource }: { readonly name: string; readonly id?: string | undefined },
    make: () => Promise<string | undefined>,
  ): Promise<void> {
    const found = await this.#find(kind, index, name, resource.id);
    if (found === 'taken') return;
    const id = found ?? (await make());
    this.#ids.set(`${kind} ${name}`, id);
    if (id !== undefined) this.made.push({ kind, name, id, existed: found !== undefined });
  }

  async #find(kind: SeedKind, index: number, name: string, id: string | undefined) {
    const { regionId, identity } = this.#scope;
    const { accountId } = identity.account;
    if (id === undefined) return (await findByName(this.#tx, kind, { accountId, regionId, name }))?.id;
    const existing = await findById(this.#tx, kind, id);
    if (existing === undefined) return undefined;
    if (existing.accountId === accountId && existing.regionId === regionId) return id;
    const whose = existing.accountId === accountId ? `in ${existing.regionId}` : 'that of another account';
    this.problems.push({ path: [...this.#path, kind, index, 'id'], message: `"${id}" is there already, ${whose}` });
    return 'taken' as const;
  }

  /** The id of a resource by its name here or by itself. */
  #idOf(kind: SeedKind, named: string): string | undefined {
    const key = `${kind} ${named}`;
    return this.#ids.has(key) ? this.#ids.get(key) : named;
  }

  /** The id of a resource that was not there before. */
  #madeNow(kind: SeedKind, name: string): string | undefined {
    return this.made.find((one) => one.kind === kind && one.name === name && !one.existed)?.id;
  }

  async #create(
    path: Path,
    call: wanted.WantedCall,
    idMember: string,
    chosenIds: Readonly<Record<string, string | undefined>> = {},
  ): Promise<string | undefined> {
    const answer = await this.#carryOut(path, call, chosenIds);
    return answer === undefined ? undefined : String(answer[idMember]);
  }

  async #carryOut(
    path: Path,
    call: wanted.WantedCall,
    chosenIds: Readonly<Record<string, string | undefined>> = {},
  ): Promise<Readonly<Record<string, unknown>> | undefined> {
    const answer = await this.#calls.carryOut(call, this.#scope, chosenIds);
    if (!isRefusal(answer)) return answer;
    const { status, code, message } = answer;
    this.problems.push({
      path: [...this.#path, ...path],
      message: `${call.action} was refused: ${status} ${code}: ${message}`,
    });
    return undefined;
  }
}
