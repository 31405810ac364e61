import { enisOf, isLinked, type Model, own } from '../model.ts';
import { accepted, type ModelOperation, type Scene, type Verdict } from '../operation.ts';
import type { Instance } from '../resources.ts';
import { again, schedule } from '../time.ts';

interface Named {
  readonly InstanceId: string;
}

export const startInstance = command<Named>('StartInstance', {
  from: (instance) => instance.status === 'Stopped',
  apply: (instance, model) => enter(model, instance, 'Starting', 'start'),
});

export const rebootInstance = command<Named>('RebootInstance', {
  from: (instance) => instance.status === 'Running',
  apply: (instance, model) => enter(model, instance, 'Starting', 'start'),
});

export const stopInstance = command<Named & { readonly ForceStop?: boolean | undefined }>('StopInstance', {
  from: (instance, { ForceStop = false }) =>
    instance.status === 'Running' || (ForceStop && instance.status === 'Stopping' && !instance.releasing),
  apply: (instance, model) => enter(model, instance, 'Stopping', 'stop'),
});

export const deleteInstance: ModelOperation<Named & { readonly Force?: boolean | undefined }> = {
  product: 'Ecs',
  action: 'DeleteInstance',
  judge({ InstanceId, Force = false }, { model, caller }) {
    const instance = own(model.instances, caller, InstanceId);
    if (instance === undefined) return ['InvalidInstanceId.NotFound'];
    if (instance.releasing) return accepted;
    const reasons: string[] = [];
    if (instance.deletionProtection) reasons.push('InvalidOperation.DeletionProtection');
    if (instance.status !== 'Stopped' && !Force) {
      reasons.push(instance.status === 'Pending' ? 'IncorrectInstanceStatus.Initializing' : 'IncorrectInstanceStatus');
    }
    if (enisOf(model, InstanceId).some((eni) => isLinked(model, eni))) reasons.push('InvalidOperation.EniLinked');
    return reasons;
  },
  apply({ InstanceId }, { model }) {
    const instance = model.instances.get(InstanceId)!;
    if (instance.releasing) again(model, 'instance', InstanceId, 'release');
    else enter(model, instance, 'Stopping', 'release');
    instance.releasing = true;
  },
};

interface Command<Parameters> {
  readonly from: (instance: Instance, parameters: Parameters) => boolean;
  readonly apply: (instance: Instance, model: Model) => void;
}

function command<Parameters extends Named>(
  action: string,
  { from, apply }: Command<Parameters>,
): ModelOperation<Parameters> {
  return {
    product: 'Ecs',
    action,
    judge(parameters, { model, caller }: Scene): Verdict {
      const instance = own(model.instances, caller, parameters.InstanceId);
      if (instance === undefined) return ['InvalidInstanceId.NotFound'];
      return from(instance, parameters) ? accepted : ['IncorrectInstanceStatus'];
    },
    apply: ({ InstanceId }, { model }) => apply(model.instances.get(InstanceId)!, model),
  };
}

function enter(model: Model, instance: Instance, status: Instance['status'], kind: string): void {
  instance.status = status;
  schedule(model, 'instance', instance.id, kind);
}
