import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about what can be modified of a network interface. */
export const networkInterfaceModificationRefusals = {
  // Documented with 404 although nothing is absent; clients of this operation do not take it for "gone".
  'InvalidOperation.PrimaryEniOnlySupportModifyNameAndDesc': [
    404,
    'The primary network interface "{id}" supports changes of its name and description only; "{name}" was given. Its security groups are changed through its instance.',
  ],
  'InvalidOperation.ModifyPrimaryEniQueueNumber': [
    403,
    'The queues of the primary network interface "{id}" are changed by ModifyInstanceAttribute with NetworkInterfaceQueueNumber.',
  ],
  'InvalidParameter.QosLimit': [
    400,
    'The specified QoS.{name} "{value}" is not valid: it is at least {least}, in steps of {step}.',
    'InvalidParameter',
  ],
  'InvalidOperation.NotSupportModifyQueueNumber': [
    400,
    'The network interface "{id}" is a member of a trunk, whose queues it uses; it has none to change.',
  ],
  'InvalidEniState.Queues': [
    403,
    'The "{name}" of the network interface "{id}" can be changed while it is Available or its ECS instance is Stopped; the instance is "{current}".',
    'InvalidOperation.InvalidEniState',
  ],
  'InvalidParameter.EniQueueSize': [
    400,
    'The specified RxQueueSize "{rx}" and TxQueueSize "{tx}" are not valid: both are given, equal, and 8192 or 16384.',
  ],
  'InvalidParameter.InvalidQueuePairNumber': [
    400,
    'The specified QueuePairNumber "{value}" is not a whole number above 0.',
  ],
  'InvalidParameter.QueuePairNumberMustEmpty': [
    400,
    'QueuePairNumber "{value}" must be left out: the network interface "{id}" is in the traffic mode Standard.',
  ],
  'InvalidOperation.MaxEniQueuePairNumberExceed': [
    400,
    'The QueuePairNumber {value} exceeds what the instance type "{instanceType}" allows: {limit}.',
  ],
  'InvalidOperation.EniQueuePairNumberOverflow': [
    400,
    'The network interfaces would have {value} queue pairs together; the instance type "{instanceType}" allows {limit}.',
  ],
  'InvalidTrafficMode.ModifyToStandardNotSupported': [
    400,
    'The network interface "{id}" is in the traffic mode HighPerformance and cannot be changed to Standard.',
  ],
  'InvalidOperation.EniTrafficModeNotSupportIPv6': [
    400,
    'The network interface "{id}" has IPv6 addresses or prefixes, which the traffic mode HighPerformance does not support.',
  ],
  'InvalidOperation.TrunkAttachmentMustEmpty': [
    400,
    'The network interface "{id}" is of type "{type}"; the traffic mode HighPerformance is not for trunks and their members.',
  ],
  'InvalidOperation.InstanceTypeNotSupportHighPerformance': [
    400,
    'The instance type "{instanceType}" does not support network interfaces in the traffic mode HighPerformance.',
  ],
  'InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded': [
    400,
    'The instance type "{instanceType}" allows {limit} network interfaces in the traffic mode HighPerformance.',
  ],
  'InvalidOperation.InstanceTypeNotSupportRss': [400, 'The instance type "{instanceType}" does not support RSS.'],
  'InvalidParameter.EniEnhancedNetwork': [
    400,
    'The specified EnhancedNetwork.{name} "{value}" is not a whole number of 0 or more.',
  ],
  'InvalidOperation.NotSupportModifyVFQueueNumberAndVFQuantity': [
    400,
    'EnhancedNetwork.{name} can be changed while SR-IOV is enabled; it is not on the network interface "{id}".',
  ],
} as const satisfies Record<string, RefusalEntry>;
