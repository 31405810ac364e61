import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findInstance } from './instance.table.ts';
import { settingsOf } from './settings.ts';
import { describedInstances } from './view.ts';

const wanted = { primaryInterfaceAddresses: false, metadataOptions: false };

/**
 * Describes one instance: much of what DescribeInstances says of it, and its network options.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstanceattribute
 */
export const describeInstanceAttribute = operation('Ecs', 'DescribeInstanceAttribute', {
  permits: ['instance/{InstanceId}'],

  async execute({ InstanceId: id }, { tx, accountId, regionId, regionGiven }) {
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    const [described] = instance === undefined ? [] : await describedInstances(tx, [instance], wanted);
    if (instance === undefined || described === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    const {
      EnableJumboFrame = false,
      EnableNetworkEncryption = false,
      ...options
    } = settingsOf(instance).NetworkOptions ?? {};
    const { AllocationId, IpAddress, InternetChargeType, ...eip } = described.EipAddress;
    return {
      InstanceId: id,
      InstanceName: described.InstanceName,
      HostName: described.HostName,
      Description: described.Description,
      RegionId: described.RegionId,
      ZoneId: described.ZoneId,
      ClusterId: described.ClusterId,
      Status: described.Status,
      StoppedMode: described.StoppedMode,
      CreationTime: described.CreationTime,
      ExpiredTime: described.ExpiredTime,
      SerialNumber: described.SerialNumber,
      ImageId: described.ImageId,
      InstanceType: described.InstanceType,
      Cpu: described.Cpu,
      Memory: described.Memory,
      IoOptimized: 'optimized',
      CreditSpecification: described.CreditSpecification,
      InstanceChargeType: described.InstanceChargeType,
      InstanceNetworkType: described.InstanceNetworkType,
      InternetChargeType: described.InternetChargeType,
      InternetMaxBandwidthIn: described.InternetMaxBandwidthIn,
      InternetMaxBandwidthOut: described.InternetMaxBandwidthOut,
      VlanId: described.VlanId,
      VpcAttributes: described.VpcAttributes,
      PublicIpAddress: described.PublicIpAddress,
      InnerIpAddress: described.InnerIpAddress,
      EipAddress: { AllocationId, IpAddress, InternetChargeType, Bandwidth: 'Bandwidth' in eip ? eip.Bandwidth : 0 },
      SecurityGroupIds: described.SecurityGroupIds,
      SecurityOptions: described.SecurityOptions,
      OperationLocks: described.OperationLocks,
      DedicatedHostAttribute: {
        DedicatedHostId: described.DedicatedHostAttribute.DedicatedHostId,
        DedicatedHostName: described.DedicatedHostAttribute.DedicatedHostName,
      },
      EnableJumboFrame,
      EnableNetworkEncryption,
      NetworkOptions: { ...options, EnableJumboFrame, EnableNetworkEncryption },
    };
  },
});
