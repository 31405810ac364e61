import type { Explanations } from '../explanation.ts';

const hasOne: Explanations[string] = [
  'What the address is to be associated with has one already.',
  'UnassociateEipAddress the other one first, or name another private address of the interface.',
];

/** What operations on elastic IP addresses are refused with. */
export const eipExplanations: Explanations = {
  'InvalidAllocationId.NotFound': [
    'The account has no elastic IP address of this id in this region.',
    'Look with DescribeEipAddresses, in the region of the address.',
  ],
  'QuotaExceeded.Eip': [
    'The account has as many elastic IP addresses in the region as its quota allows.',
    'ReleaseEipAddress some, or raise the quota in a seed file or by PUT /_localyun/quotas.',
  ],
  IncorrectEipStatus: [
    'The status of the elastic IP address does not allow it: it is released and associated while Available, unassociated while InUse. Associating and Unassociating pass by themselves.',
    'Wait with DescribeEipAddresses; UnassociateEipAddress before releasing one that is InUse.',
  ],
  'InvalidStatus.EcsStatusNotSupport': [
    'An instance takes an elastic IP address while it is Running or Stopped.',
    'Wait with DescribeInstances.',
  ],
  'InvalidStatus.EniStatusNotSupport': [
    'An interface takes an elastic IP address while it is Available or InUse.',
    'Wait with DescribeNetworkInterfaces.',
  ],
  'InvalidParameter.EniInstanceId': ['A service manages the interface.', 'Use an interface of your own.'],
  'Invalid.DirectEip.BindType': [
    'The modes beside NAT are for interfaces only.',
    'Leave Mode out, or name a network interface.',
  ],
  'Eni.Attached': [
    'The modes beside NAT take an interface that is not attached.',
    'DetachNetworkInterface, wait for Available, then repeat the call.',
  ],
  'Eni.HasSubIp': [
    'The modes beside NAT take an interface without secondary addresses.',
    'UnassignPrivateIpAddresses first.',
  ],
  'Mode.Conflict': [
    'All elastic IP addresses of an interface are in one mode.',
    'Use the mode that the message names.',
  ],
  'InvalidAssociation.Duplicated': hasOne,
  'InvalidEip.EipQuotaExceeded': hasOne,
  'Ip.Allocated': ['Somebody has the address that was asked for.', 'Ask for another one, or for none.'],
  'ResourceNotFound.Ip': ['The address is not one of the pool.', 'Ask for none: then one is chosen.'],
  'OperationFailed.InsufficientEIP': ['The pool has no idle address.', 'Release addresses that nobody uses.'],
  'OperationFailed.AllocateUnfamiliarIp': [
    'A released address is not kept for who had it.',
    'AllocateEipAddress a new one.',
  ],
  'DeletionProtection.TypeNotSupport': ['Of this type nothing can be protected here.', 'Send Type=EIP.'],
};
