import type { EcsModifyInstanceAttributeParameters } from '../../contracts/operations.generated.ts';
import type { OperationDefinition, Rule } from '../../operation/operation.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { isDescription, isResourceName } from '../../operation/text.ts';
import { findImage } from '../image/images.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import { refuse } from '../refusals.ts';
import type { Instance, InstanceStatus } from './instance.ts';
import { checkUserDataSize, isBase64, isPassword } from './login.ts';
import { isHostName } from './names.ts';
import { settingsOf } from './settings.ts';

type Parameters = EcsModifyInstanceAttributeParameters;

const hostNameTypes: readonly string[] = ['Custom', 'IpBased', 'InstanceIdBased'];
const topologyTypes: readonly string[] = ['ContinuousCoreToHTMapping', 'DiscreteCoreToHTMapping'];
const switches: readonly string[] = ['enabled', 'disabled'];

const creditSpecification: Rule<string> = (value) =>
  value === 'Standard' || value === 'Unlimited' ? undefined : refuse('InvalidParameter.CreditSpecification', { value });

/** Formats of the parameters that can be judged one by one. */
export const instanceModificationRules: NonNullable<OperationDefinition<Parameters, object>['rules']> = {
  InstanceName: (value) => (isResourceName(value) ? undefined : refuse('InvalidInstanceName.Malformed', { value })),
  Description: (value) =>
    value === '' || isDescription(value) ? undefined : refuse('InvalidDescription.Malformed', { value }),
  Password: (value) => (isPassword(value) ? undefined : refuse('InvalidPassword.Malformed')),
  UserData: checkUserDataSize,
  CreditSpecification: creditSpecification,
  NetworkInterfaceQueueNumber: (value) =>
    Number.isInteger(value) && (value === -1 || (value >= 1 && value <= 2048))
      ? undefined
      : refuse('InvalidParameter.InvalidEniQueueNumber', { value }),
  CpuOptions: checkCpuOptions,
  PrivateDnsNameOptions: ({ HostnameType: value = 'Custom' }, name) =>
    hostNameTypes.includes(value) ? undefined : refuse('InvalidParameter', { name: `${name}.HostnameType`, value }),
};

/** Nobody is given the right to a recycle bin. */
export function checkRecyclable({ Recyclable }: Parameters): Refusal | undefined {
  return Recyclable === true ? refuse('InvalidParameter.RecycleBin') : undefined;
}

function checkCpuOptions(options: NonNullable<Parameters['CpuOptions']>, name: string): Refusal | undefined {
  const { Core, ThreadsPerCore, TopologyType, NestedVirtualization } = options;
  const wrong = (field: string, value: string | number) =>
    refuse('InvalidParameter', { name: `${name}.${field}`, value: String(value) });
  if (Core !== undefined && !(Number.isInteger(Core) && Core >= 1)) return wrong('Core', Core);
  if (ThreadsPerCore !== undefined && ThreadsPerCore !== 1 && ThreadsPerCore !== 2) {
    return wrong('ThreadsPerCore', ThreadsPerCore);
  }
  if (TopologyType !== undefined && !topologyTypes.includes(TopologyType)) return wrong('TopologyType', TopologyType);
  return NestedVirtualization === undefined || switches.includes(NestedVirtualization)
    ? undefined
    : wrong('NestedVirtualization', NestedVirtualization);
}

const atRest: readonly InstanceStatus[] = ['Running', 'Stopped'];

/** In which statuses of the instance a parameter can be changed; the others can in every one. */
const changeableIn: readonly (readonly [keyof Parameters, readonly InstanceStatus[]])[] = [
  ['HostName', ['Running', 'Stopping', 'Stopped']],
  ['Password', ['Running', 'Stopping', 'Stopped']],
  ['SecurityGroupIds', atRest],
  ['EnableJumboFrame', atRest],
  ['CpuOptions', ['Stopped']],
];

/** Whether the instance can be changed in this way now. */
export function checkInstanceModification(instance: Instance, parameters: Parameters): Refusal | undefined {
  const { instanceId: id, status: current } = instance;
  const expected = changeableIn.find(
    ([name, statuses]) => isGiven(parameters[name]) && !statuses.includes(current),
  )?.[1];
  if (expected) return refuse('IncorrectInstanceStatus', { id, current, expected: expected.join('" or "') });
  if (parameters.NetworkInterfaceQueueNumber !== undefined && current !== 'Stopped') {
    return refuse('InvalidOperation.InvalidEcsState', { expected: 'Stopped', current });
  }
  if (parameters.CreditSpecification !== undefined) {
    if (!atRest.includes(current)) {
      return refuse('InvalidInstanceStatus.CreditSpecRestricted', { id, current, expected: atRest.join('" or "') });
    }
    const { instanceType } = instance;
    if (findInstanceType(instanceType)?.level !== 'CreditEntryLevel') {
      return refuse('InvalidParameter.CreditSpecification.Type', { instanceType });
    }
  }
  return checkLogin(instance, parameters);
}

/** What depends on the operating system. */
function checkLogin({ imageId }: Instance, { HostName, Password = '' }: Parameters): Refusal | undefined {
  const osType = findImage(imageId)?.osType ?? 'linux';
  if (osType === 'windows' && Password.startsWith('/')) return refuse('InvalidPassword.Malformed');
  if (HostName === undefined || isHostName(HostName, osType)) return undefined;
  const separators = osType === 'windows' ? '"-"' : '"-" and "."';
  return refuse('InvalidHostName.Malformed', {
    value: HostName,
    osType,
    limit: osType === 'windows' ? 15 : 64,
    separators,
  });
}

/** The instance as it is after the request. A password is not kept. */
export function modifiedInstance(instance: Instance, parameters: Parameters): Instance {
  const { DeletionProtection, UserData, CpuOptions, CreditSpecification, PrivateDnsNameOptions } = parameters;
  const { EnableJumboFrame, EnableNetworkEncryption } = parameters;
  const settings = settingsOf(instance);
  return {
    ...instance,
    instanceName: parameters.InstanceName ?? instance.instanceName,
    hostName: parameters.HostName ?? instance.hostName,
    description: parameters.Description ?? instance.description,
    deletionProtection: DeletionProtection === undefined ? instance.deletionProtection : DeletionProtection ? 1 : 0,
    settings: JSON.stringify({
      ...settings,
      ...(UserData === undefined ? {} : { UserData: isBase64(UserData) ? UserData : toBase64(UserData) }),
      ...(CreditSpecification === undefined ? {} : { CreditSpecification }),
      CpuOptions: merged(settings.CpuOptions, CpuOptions),
      PrivateDnsNameOptions: merged(settings.PrivateDnsNameOptions, PrivateDnsNameOptions),
      NetworkOptions: merged(settings.NetworkOptions, {
        ...(EnableJumboFrame === undefined ? {} : { EnableJumboFrame }),
        ...(EnableNetworkEncryption === undefined ? {} : { EnableNetworkEncryption }),
      }),
    }),
  };
}

function merged<Options extends object>(before: Options | undefined, changes: Options | undefined) {
  return changes === undefined ? before : { ...before, ...changes };
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
