import type { EcsCreateInstanceParameters, EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { newOrderId } from './order.ts';
import { launchRequested } from './run-instances.ts';
import { checkTogether, runInstancesRules } from './run-instances-rules.ts';

/**
 * Creates one instance, the older way: it is Pending, then Stopped, and has to be started. It has no public address of
 * its own before it is asked for.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createinstance
 */
export const createInstance = operation('Ecs', 'CreateInstance', {
  permits: [
    'instance/*',
    'image/{ImageId}?',
    'securitygroup/{SecurityGroupId}?',
    'vpc:vswitch/{VSwitchId}?',
    'snapshot/{DataDisk.SnapshotId}?',
    'keypair/{KeyPairName}?',
  ],
  rules: {
    Description: runInstancesRules.Description,
    PrivateIpAddress: runInstancesRules.PrivateIpAddress,
    Tag: runInstancesRules.Tag,
    Password: runInstancesRules.Password,
    UserData: runInstancesRules.UserData,
    InstanceChargeType: runInstancesRules.InstanceChargeType,
    PeriodUnit: runInstancesRules.PeriodUnit,
    SpotStrategy: runInstancesRules.SpotStrategy,
    CreditSpecification: runInstancesRules.CreditSpecification,
    InternetChargeType: runInstancesRules.InternetChargeType,
    InternetMaxBandwidthOut: runInstancesRules.InternetMaxBandwidthOut,
    InternetMaxBandwidthIn: runInstancesRules.InternetMaxBandwidthIn,
    IoOptimized: runInstancesRules.IoOptimized,
    HttpTokens: runInstancesRules.HttpTokens,
    HttpEndpoint: runInstancesRules.HttpEndpoint,
    HttpPutResponseHopLimit: runInstancesRules.HttpPutResponseHopLimit,
  },
  check: (parameters) => {
    const asked = asRunInstances(parameters);
    return (
      (asked.SystemDisk && runInstancesRules.SystemDisk(asked.SystemDisk)) ??
      runInstancesRules.DataDisk(asked.DataDisk) ??
      checkTogether(asked)
    );
  },

  async execute(parameters, context) {
    const ids = await launchRequested(context, asRunInstances(parameters), 'create');
    if (isRefusal(ids)) return ids;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const [InstanceId = ''] = ids;
    return parameters.InstanceChargeType === 'PrePaid'
      ? { InstanceId, OrderId: newOrderId(context.random) }
      : { InstanceId };
  },
});

/** The same request for one instance as RunInstances has it. */
function asRunInstances(parameters: EcsCreateInstanceParameters): EcsRunInstancesParameters {
  const { SystemDisk: { Size, ...systemDisk } = {}, DataDisk, ...rest } = parameters;
  return {
    ...rest,
    SystemDisk: Size === undefined ? systemDisk : { ...systemDisk, Size: String(Size) },
    DataDisk: DataDisk.map(({ Encrypted, ...disk }) =>
      Encrypted === undefined ? disk : { ...disk, Encrypted: String(Encrypted) },
    ),
    Amount: 1,
    HostNames: [],
    Ipv6Address: [],
    NetworkInterface: [],
    SecurityGroupIds: [],
  };
}
