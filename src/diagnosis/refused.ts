import type { AnsweredRequest } from '../requests/answered-request.ts';
import type { ResourceState } from '../requests/refusal/resource-state.ts';
import type { RefusalEvidence } from '../requests/refusal/witness.ts';
import { masked } from '../requests/secrets.ts';
import type { Step } from './step.ts';

/** A refused request with what is known of it. */
export interface Refused {
  readonly request: AnsweredRequest;
  readonly code: string;
  readonly message: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly evidence: RefusalEvidence;
  /** Whose the access key is, where the request was refused before that was looked at. */
  readonly keyOwner: { readonly accountId: string; readonly userName: string } | undefined;
  /** The region of the call. */
  readonly regionId: string;
}

/** The resource that a parameter names. */
export function named({ evidence, parameters }: Refused, ...names: readonly string[]): ResourceState | undefined {
  for (const name of names) {
    const id = parameters[name] ?? parameters[`${name}.1`];
    const found = evidence.resources.find((one) => one.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The call once more, with some parameters changed. Secrets are not kept, so that whoever repeats it has to add them. */
export function repeat({ request, parameters }: Refused, changed: Readonly<Record<string, string>> = {}): Step {
  const secrets = Object.keys(parameters).filter((name) => parameters[name] === masked && name !== 'SecurityToken');
  const kept = Object.entries(parameters).filter(([, value]) => value !== masked);
  return {
    kind: 'call',
    product: request.product ?? '',
    action: request.action ?? '',
    parameters: { ...Object.fromEntries(kept), ...changed },
    why: secrets.length === 0 ? 'repeat the call' : `repeat the call, with ${secrets.join(' and ')} as before`,
  };
}

export function call(
  product: string,
  action: string,
  parameters: Readonly<Record<string, string>>,
  why: string,
): Extract<Step, { kind: 'call' }> {
  return { kind: 'call', product, action, parameters, why };
}

export function control(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: object, why: string): Step {
  return { kind: 'control', method, path, body, why };
}

export function note(text: string): Step {
  return { kind: 'note', text };
}

/** Waiting for a status of a resource, by the operation that lists its kind. */
export function wait(type: keyof typeof listings, regionId: string, id: string, until: string): Step {
  const { product, action, parameter } = listings[type];
  const listed = type === 'instance' ? JSON.stringify([id]) : id;
  return {
    kind: 'wait',
    product,
    action,
    parameters: { RegionId: regionId, [parameter]: listed },
    until,
    why: until === 'gone' ? `wait until ${id} is gone` : `wait until ${id} is ${until}`,
  };
}

const listings = {
  'network-interface': { product: 'Ecs', action: 'DescribeNetworkInterfaces', parameter: 'NetworkInterfaceId.1' },
  instance: { product: 'Ecs', action: 'DescribeInstances', parameter: 'InstanceIds' },
  'v-switch': { product: 'Vpc', action: 'DescribeVSwitches', parameter: 'VSwitchId' },
  vpc: { product: 'Vpc', action: 'DescribeVpcs', parameter: 'VpcId' },
  'elastic-ip-address': { product: 'Vpc', action: 'DescribeEipAddresses', parameter: 'AllocationId' },
} as const;
