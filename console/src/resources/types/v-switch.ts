import { idParameter, type ResourceType } from '../resource-type.ts';

const byId = idParameter('VSwitchId');

export const vSwitches: ResourceType = {
  name: 'vswitches',
  title: 'vSwitches',
  singular: 'vSwitch',
  product: 'Vpc',
  list: {
    action: 'DescribeVSwitches',
    rows: 'VSwitches.VSwitch',
    paging: 'pages',
    byId: (id) => ({ VSwitchId: id }),
  },
  id: 'VSwitchId',
  label: 'VSwitchName',
  status: 'Status',
  columns: [
    { title: 'Addresses', path: 'CidrBlock' },
    { title: 'Free addresses', path: 'AvailableIpAddressCount' },
    { title: 'Zone', path: 'ZoneId' },
    { title: 'VPC', path: 'VpcId', of: 'vpcs' },
    { title: 'Created', path: 'CreationTime', as: 'time' },
  ],
  filters: [
    { label: 'Id', parameter: 'VSwitchId' },
    { label: 'Name', parameter: 'VSwitchName' },
    { label: 'VPC', parameter: 'VpcId' },
    { label: 'Zone', parameter: 'ZoneId' },
  ],
  related: [
    { title: 'VPC', of: 'vpcs', path: 'VpcId' },
    { title: 'Network interfaces', of: 'network-interfaces', filter: 'VSwitchId' },
    { title: 'Instances', of: 'instances', filter: 'VSwitchId' },
  ],
  tags: { resourceType: 'VSWITCH', key: 'Key', value: 'Value' },
  creations: [
    {
      name: 'create',
      title: 'Create vSwitch',
      operation: 'CreateVSwitch',
      fields: [
        { label: 'VPC', parameter: 'VpcId', required: true },
        { label: 'Zone', parameter: 'ZoneId', required: true },
        { label: 'Addresses', parameter: 'CidrBlock', required: true, initial: '10.0.0.0/24' },
        { label: 'Name', parameter: 'VSwitchName' },
      ],
    },
  ],
  actions: [
    {
      name: 'modify',
      title: 'Modify',
      operation: 'ModifyVSwitchAttribute',
      parameters: byId,
      fields: [
        { label: 'Name', parameter: 'VSwitchName', initialPath: 'VSwitchName' },
        { label: 'Description', parameter: 'Description', initialPath: 'Description' },
      ],
    },
    { name: 'delete', title: 'Delete', operation: 'DeleteVSwitch', danger: true, parameters: byId },
  ],
};
