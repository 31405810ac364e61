import { eipsOn, enisOf, type Model, type Transition } from './model.ts';
import type { NetworkInterface } from './resources.ts';

const key = (type: string, id: string) => `${type}/${id}`;

/** Has a delayed change happen later; one that is pending for the resource is replaced. */
export function schedule(model: Model, type: string, id: string, kind: string): void {
  const wish = model.faults.findIndex((fault) => fault.type === type && fault.kind === kind);
  const outcome = model.faults.splice(wish, wish === -1 ? 0 : 1)[0]?.outcome ?? 'complete';
  const delayMs = model.delaysMs[`${type}/${kind}`];
  if (delayMs === undefined) throw new Error(`the model schedules ${type}/${kind}, which the server does not know`);
  const dueMs = outcome === 'stick' ? Number.POSITIVE_INFINITY : model.nowMs + delayMs;
  model.transitions.set(key(type, id), { type, id, kind, outcome, dueMs });
}

/** The same was asked for again: what is stuck is set going, what is on its way keeps its time. */
export function again(model: Model, type: string, id: string, kind: string): void {
  const pending = model.transitions.get(key(type, id));
  if (pending?.kind === kind && pending.dueMs !== Number.POSITIVE_INFINITY) return;
  schedule(model, type, id, kind);
}

export function pending(model: Model, type: string, id: string): Transition | undefined {
  return model.transitions.get(key(type, id));
}

export function cancel(model: Model, type: string, id: string): void {
  model.transitions.delete(key(type, id));
}

/** Lets everything happen that is due by `nowMs`: the earliest first, then by type and id, each at its own time. */
export function advance(model: Model, nowMs: number): void {
  for (;;) {
    const due = [...model.transitions.values()].filter(({ dueMs }) => dueMs <= nowMs).sort(byTime);
    const next = due[0];
    if (next === undefined) break;
    cancel(model, next.type, next.id);
    model.nowMs = next.dueMs;
    complete(model, next);
  }
  model.nowMs = nowMs;
}

function byTime(one: Transition, other: Transition): number {
  if (one.dueMs !== other.dueMs) return one.dueMs - other.dueMs;
  return key(one.type, one.id) < key(other.type, other.id) ? -1 : 1;
}

function complete(model: Model, { type, id, kind, outcome }: Transition): void {
  const failed = outcome === 'fail';
  switch (`${type}/${kind}`) {
    case 'vpc/create':
      model.vpcs.get(id)!.status = 'Available';
      return;
    case 'v-switch/create':
      model.vSwitches.get(id)!.status = 'Available';
      return;
    case 'network-interface/attach':
    case 'network-interface/attach-member':
      if (failed) settleDown(model.enis.get(id)!);
      else model.enis.get(id)!.status = 'InUse';
      return;
    case 'network-interface/detach':
    case 'network-interface/detach-member':
      if (failed) model.enis.get(id)!.status = 'InUse';
      else settleDown(model.enis.get(id)!);
      return;
    case 'network-interface/delete':
      if (failed) model.enis.get(id)!.status = 'Available';
      else erase(model, model.enis.get(id)!);
      return;
    case 'network-interface-permission/grant':
      if (failed) model.permissions.delete(id);
      else model.permissions.get(id)!.status = 'Granted';
      return;
    case 'network-interface-permission/revoke':
      if (failed) model.permissions.get(id)!.status = 'Granted';
      else model.permissions.delete(id);
      return;
    case 'resource-group/create':
      model.resourceGroups.get(id)!.status = 'OK';
      return;
    case 'resource-group/delete':
      model.resourceGroups.delete(id);
      model.gone.push(id);
      return;
    case 'eip/unassociate':
      Object.assign(model.eips.get(id)!, { status: 'Available', bound: null });
      return;
    case 'instance/create':
      model.instances.get(id)!.status = failed ? 'Stopped' : 'Starting';
      if (!failed) schedule(model, 'instance', id, 'boot');
      return;
    case 'instance/boot':
    case 'instance/start':
      model.instances.get(id)!.status = failed ? 'Stopped' : 'Running';
      return;
    case 'instance/stop':
      model.instances.get(id)!.status = failed ? 'Running' : 'Stopped';
      return;
    case 'instance/release':
      if (failed) Object.assign(model.instances.get(id)!, { status: 'Stopped', releasing: false });
      else release(model, id);
      return;
    default:
      throw new Error(`the model does not know how ${type}/${kind} ends`);
  }
}

/** Starts what takes a network interface to another status, or sets it going again. */
export function begin(
  model: Model,
  eni: NetworkInterface,
  status: NetworkInterface['status'],
  verb: 'attach' | 'detach' | 'delete',
): void {
  // Members of trunks come and go in another time.
  const kind = eni.type === 'Member' ? `${verb}-member` : verb;
  if (eni.status === status) again(model, 'network-interface', eni.id, kind);
  else schedule(model, 'network-interface', eni.id, kind);
  eni.status = status;
}

/** Free of its instance again, and of its trunk. */
export function settleDown(eni: NetworkInterface): void {
  eni.status = 'Available';
  eni.instanceId = null;
  if (eni.type === 'Member') Object.assign(eni, { type: 'Secondary', trunkId: null, deviceIndex: null });
}

/** The interface vanishes, and everything it held is free at once (semantics, 3.4). */
export function erase(model: Model, eni: NetworkInterface): void {
  for (const eip of eipsOn(model, eni.id)) {
    Object.assign(eip, { status: 'Available', bound: null });
    cancel(model, 'eip', eip.id);
  }
  for (const { id, eniId } of model.permissions.values()) {
    if (eniId !== eni.id) continue;
    model.permissions.delete(id);
    cancel(model, 'network-interface-permission', id);
  }
  model.enis.delete(eni.id);
  model.gone.push(eni.id);
}

/** The instance vanishes: its primary interface too, and attached ones of its owner that were made to (semantics, 2.5). */
function release(model: Model, instanceId: string): void {
  const { owner } = model.instances.get(instanceId)!;
  for (const eni of enisOf(model, instanceId)) {
    cancel(model, 'network-interface', eni.id);
    const goes = eni.type === 'Primary' || (eni.owner === owner && eni.status === 'InUse' && eni.deleteOnRelease);
    if (goes) erase(model, eni);
    else settleDown(eni);
  }
  model.instances.delete(instanceId);
  model.gone.push(instanceId);
}
