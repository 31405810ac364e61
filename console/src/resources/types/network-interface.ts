import { idParameter, type ResourceType } from '../resource-type.ts';

const byId = idParameter('NetworkInterfaceId');

export const networkInterfaces: ResourceType = {
  name: 'network-interfaces',
  title: 'Network interfaces',
  singular: 'network interface',
  product: 'Ecs',
  list: {
    action: 'DescribeNetworkInterfaces',
    rows: 'NetworkInterfaceSets.NetworkInterfaceSet',
    paging: 'pages',
    byId: (id) => ({ NetworkInterfaceId: [id] }),
  },
  id: 'NetworkInterfaceId',
  label: 'NetworkInterfaceName',
  status: 'Status',
  columns: [
    { title: 'Type', path: 'Type' },
    { title: 'Private address', path: 'PrivateIpAddress' },
    { title: 'Public address', path: 'AssociatedPublicIp.PublicIpAddress' },
    { title: 'Instance', path: 'InstanceId', of: 'instances' },
    { title: 'vSwitch', path: 'VSwitchId', of: 'vswitches' },
    { title: 'Security groups', path: 'SecurityGroupIds.SecurityGroupId', of: 'security-groups' },
    { title: 'Created', path: 'CreationTime', as: 'time' },
  ],
  filters: [
    { label: 'Id', parameter: 'NetworkInterfaceId', as: 'list' },
    { label: 'Name', parameter: 'NetworkInterfaceName' },
    { label: 'Status', parameter: 'Status', choices: ['Available', 'Attaching', 'InUse', 'Detaching', 'Deleting'] },
    { label: 'Type', parameter: 'Type', choices: ['Primary', 'Secondary', 'Trunk'] },
    { label: 'Private address', parameter: 'PrivateIpAddress', as: 'list' },
    { label: 'VPC', parameter: 'VpcId' },
    { label: 'vSwitch', parameter: 'VSwitchId' },
    { label: 'Security group', parameter: 'SecurityGroupId' },
    { label: 'Instance', parameter: 'InstanceId' },
  ],
  related: [
    { title: 'Instance', of: 'instances', path: 'InstanceId' },
    { title: 'vSwitch', of: 'vswitches', path: 'VSwitchId' },
    { title: 'VPC', of: 'vpcs', path: 'VpcId' },
    { title: 'Security groups', of: 'security-groups', path: 'SecurityGroupIds.SecurityGroupId' },
    { title: 'Elastic IP addresses', of: 'eips', path: 'PrivateIpSets.PrivateIpSet.AssociatedPublicIp.AllocationId' },
  ],
  tags: { resourceType: 'eni', key: 'TagKey', value: 'TagValue' },
  creations: [
    {
      name: 'create',
      title: 'Create network interface',
      operation: 'CreateNetworkInterface',
      fields: [
        { label: 'vSwitch', parameter: 'VSwitchId', required: true },
        { label: 'Security groups', parameter: 'SecurityGroupIds', as: 'list', required: true },
        { label: 'Name', parameter: 'NetworkInterfaceName' },
        { label: 'Primary address', parameter: 'PrimaryIpAddress', hint: 'Any free one of the vSwitch when empty' },
        { label: 'Further addresses', parameter: 'SecondaryPrivateIpAddressCount', as: 'number' },
        { label: 'Kind', parameter: 'InstanceType', choices: ['Secondary', 'Trunk'] },
        { label: 'Description', parameter: 'Description' },
      ],
    },
  ],
  actions: [
    {
      name: 'attach',
      title: 'Attach',
      operation: 'AttachNetworkInterface',
      parameters: byId,
      fields: [{ label: 'Instance', parameter: 'InstanceId', required: true }],
    },
    {
      name: 'detach',
      title: 'Detach',
      operation: 'DetachNetworkInterface',
      parameters: ({ NetworkInterfaceId, InstanceId }) => ({ NetworkInterfaceId, InstanceId }),
    },
    {
      name: 'assign',
      title: 'Assign addresses',
      operation: 'AssignPrivateIpAddresses',
      parameters: byId,
      fields: [
        { label: 'How many', parameter: 'SecondaryPrivateIpAddressCount', as: 'number', hint: 'Or name them' },
        { label: 'Addresses', parameter: 'PrivateIpAddress', as: 'list' },
      ],
    },
    {
      name: 'unassign',
      title: 'Unassign addresses',
      operation: 'UnassignPrivateIpAddresses',
      parameters: byId,
      fields: [{ label: 'Addresses', parameter: 'PrivateIpAddress', as: 'list', required: true }],
    },
    {
      name: 'modify',
      title: 'Modify',
      operation: 'ModifyNetworkInterfaceAttribute',
      parameters: byId,
      fields: [
        { label: 'Name', parameter: 'NetworkInterfaceName', initialPath: 'NetworkInterfaceName' },
        { label: 'Description', parameter: 'Description', initialPath: 'Description' },
        {
          label: 'Security groups',
          parameter: 'SecurityGroupId',
          as: 'list',
          initialPath: 'SecurityGroupIds.SecurityGroupId',
        },
      ],
    },
    { name: 'delete', title: 'Delete', operation: 'DeleteNetworkInterface', danger: true, parameters: byId },
  ],
};
