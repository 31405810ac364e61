import { idParameter, type ResourceType } from '../resource-type.ts';

const byId = idParameter('VpcId');

export const vpcs: ResourceType = {
  name: 'vpcs',
  title: 'VPCs',
  singular: 'VPC',
  product: 'Vpc',
  list: { action: 'DescribeVpcs', rows: 'Vpcs.Vpc', paging: 'pages', byId: (id) => ({ VpcId: id }) },
  id: 'VpcId',
  label: 'VpcName',
  status: 'Status',
  columns: [
    { title: 'Addresses', path: 'CidrBlock' },
    { title: 'Further addresses', path: 'SecondaryCidrBlocks.SecondaryCidrBlock' },
    { title: 'vSwitches', path: 'VSwitchIds.VSwitchId', of: 'vswitches' },
    { title: 'Default', path: 'IsDefault', as: 'yes-no' },
    { title: 'Created', path: 'CreationTime', as: 'time' },
  ],
  filters: [
    { label: 'Id', parameter: 'VpcId' },
    { label: 'Name', parameter: 'VpcName' },
  ],
  related: [
    { title: 'vSwitches', of: 'vswitches', path: 'VSwitchIds.VSwitchId' },
    { title: 'Security groups', of: 'security-groups', filter: 'VpcId' },
    { title: 'Network interfaces', of: 'network-interfaces', filter: 'VpcId' },
    { title: 'Instances', of: 'instances', filter: 'VpcId' },
  ],
  tags: { resourceType: 'VPC', key: 'Key', value: 'Value' },
  creations: [
    {
      name: 'create',
      title: 'Create VPC',
      operation: 'CreateVpc',
      fields: [
        { label: 'Addresses', parameter: 'CidrBlock', initial: '10.0.0.0/8' },
        { label: 'Name', parameter: 'VpcName' },
        { label: 'IPv6', parameter: 'EnableIpv6', as: 'yes-no' },
        { label: 'Description', parameter: 'Description' },
      ],
    },
  ],
  actions: [
    {
      name: 'modify',
      title: 'Modify',
      operation: 'ModifyVpcAttribute',
      parameters: byId,
      fields: [
        { label: 'Name', parameter: 'VpcName', initialPath: 'VpcName' },
        { label: 'Description', parameter: 'Description', initialPath: 'Description' },
      ],
    },
    { name: 'delete', title: 'Delete', operation: 'DeleteVpc', danger: true, parameters: byId },
  ],
};
