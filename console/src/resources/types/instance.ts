import { idParameter, type ResourceType } from '../resource-type.ts';

const byId = idParameter('InstanceId');

export const instances: ResourceType = {
  name: 'instances',
  title: 'Instances',
  singular: 'instance',
  product: 'Ecs',
  list: {
    action: 'DescribeInstances',
    rows: 'Instances.Instance',
    paging: 'pages',
    byId: (id) => ({ InstanceIds: JSON.stringify([id]) }),
  },
  id: 'InstanceId',
  label: 'InstanceName',
  status: 'Status',
  columns: [
    { title: 'Type', path: 'InstanceType' },
    { title: 'Zone', path: 'ZoneId' },
    { title: 'Private address', path: 'VpcAttributes.PrivateIpAddress.IpAddress' },
    { title: 'Public address', path: 'EipAddress.IpAddress' },
    { title: 'vSwitch', path: 'VpcAttributes.VSwitchId', of: 'vswitches' },
    { title: 'Created', path: 'CreationTime', as: 'time' },
  ],
  filters: [
    { label: 'Id', parameter: 'InstanceIds', as: 'json-list' },
    { label: 'Name', parameter: 'InstanceName' },
    { label: 'Status', parameter: 'Status', choices: ['Pending', 'Running', 'Starting', 'Stopping', 'Stopped'] },
    { label: 'Type', parameter: 'InstanceType' },
    { label: 'VPC', parameter: 'VpcId' },
    { label: 'vSwitch', parameter: 'VSwitchId' },
    { label: 'Security group', parameter: 'SecurityGroupId' },
  ],
  related: [
    {
      title: 'Network interfaces',
      of: 'network-interfaces',
      path: 'NetworkInterfaces.NetworkInterface.NetworkInterfaceId',
    },
    { title: 'vSwitch', of: 'vswitches', path: 'VpcAttributes.VSwitchId' },
    { title: 'VPC', of: 'vpcs', path: 'VpcAttributes.VpcId' },
    { title: 'Security groups', of: 'security-groups', path: 'SecurityGroupIds.SecurityGroupId' },
    { title: 'Key pair', of: 'key-pairs', path: 'KeyPairName' },
    { title: 'Elastic IP address', of: 'eips', path: 'EipAddress.AllocationId' },
    { title: 'Disks', of: 'disks', filter: 'InstanceId' },
  ],
  tags: { resourceType: 'instance', key: 'TagKey', value: 'TagValue' },
  creations: [
    {
      name: 'create',
      title: 'Run instances',
      operation: 'RunInstances',
      fields: [
        { label: 'Image', parameter: 'ImageId', required: true },
        { label: 'Type', parameter: 'InstanceType', required: true, initial: 'ecs.g7.large' },
        { label: 'vSwitch', parameter: 'VSwitchId', required: true },
        { label: 'Security group', parameter: 'SecurityGroupId', required: true },
        { label: 'Name', parameter: 'InstanceName' },
        { label: 'How many', parameter: 'Amount', as: 'number', initial: '1' },
      ],
    },
  ],
  actions: [
    { name: 'start', title: 'Start', operation: 'StartInstance', parameters: byId },
    { name: 'stop', title: 'Stop', operation: 'StopInstance', parameters: byId },
    {
      name: 'modify',
      title: 'Modify',
      operation: 'ModifyInstanceAttribute',
      parameters: byId,
      fields: [
        { label: 'Name', parameter: 'InstanceName', initialPath: 'InstanceName' },
        { label: 'Description', parameter: 'Description', initialPath: 'Description' },
      ],
    },
    {
      name: 'delete',
      title: 'Release',
      operation: 'DeleteInstance',
      danger: true,
      parameters: byId,
      fields: [{ label: 'Even while it runs', parameter: 'Force', as: 'yes-no' }],
    },
  ],
};
