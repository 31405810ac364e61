import { idParameter, type ResourceType } from '../resource-type.ts';

const byId = idParameter('AllocationId');

export const eips: ResourceType = {
  name: 'eips',
  title: 'Elastic IP addresses',
  singular: 'elastic IP address',
  product: 'Vpc',
  list: {
    action: 'DescribeEipAddresses',
    rows: 'EipAddresses.EipAddress',
    paging: 'pages',
    byId: (id) => ({ AllocationId: id }),
  },
  id: 'AllocationId',
  label: 'Name',
  status: 'Status',
  columns: [
    { title: 'Address', path: 'IpAddress' },
    { title: 'Bandwidth', path: 'Bandwidth' },
    { title: 'Associated with', path: 'InstanceId' },
    { title: 'Kind', path: 'InstanceType' },
    { title: 'Allocated', path: 'AllocationTime', as: 'time' },
  ],
  filters: [
    { label: 'Id', parameter: 'AllocationId' },
    { label: 'Address', parameter: 'EipAddress' },
    { label: 'Status', parameter: 'Status', choices: ['Associating', 'Unassociating', 'InUse', 'Available'] },
  ],
  related: [],
  tags: { resourceType: 'EIP', key: 'Key', value: 'Value' },
  creations: [
    {
      name: 'create',
      title: 'Allocate address',
      operation: 'AllocateEipAddress',
      fields: [
        { label: 'Bandwidth', parameter: 'Bandwidth', initial: '5' },
        { label: 'Name', parameter: 'Name' },
      ],
    },
  ],
  actions: [
    {
      name: 'associate',
      title: 'Associate',
      operation: 'AssociateEipAddress',
      parameters: byId,
      fields: [
        {
          label: 'Kind',
          parameter: 'InstanceType',
          choices: ['EcsInstance', 'NetworkInterface'],
          initial: 'NetworkInterface',
        },
        { label: 'Instance or network interface', parameter: 'InstanceId', required: true },
      ],
    },
    {
      name: 'unassociate',
      title: 'Unassociate',
      operation: 'UnassociateEipAddress',
      parameters: ({ AllocationId, InstanceId, InstanceType }) => ({ AllocationId, InstanceId, InstanceType }),
    },
    { name: 'delete', title: 'Release', operation: 'ReleaseEipAddress', danger: true, parameters: byId },
  ],
};
