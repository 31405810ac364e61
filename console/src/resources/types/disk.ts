import { idParameter, type ResourceType } from '../resource-type.ts';

const byId = idParameter('DiskId');

export const disks: ResourceType = {
  name: 'disks',
  title: 'Disks',
  singular: 'disk',
  product: 'Ecs',
  list: {
    action: 'DescribeDisks',
    rows: 'Disks.Disk',
    paging: 'pages',
    byId: (id) => ({ DiskIds: JSON.stringify([id]) }),
  },
  id: 'DiskId',
  label: 'DiskName',
  status: 'Status',
  columns: [
    { title: 'Type', path: 'Type' },
    { title: 'Category', path: 'Category' },
    { title: 'GiB', path: 'Size' },
    { title: 'Zone', path: 'ZoneId' },
    { title: 'Instance', path: 'InstanceId', of: 'instances' },
    { title: 'Created', path: 'CreationTime', as: 'time' },
  ],
  filters: [
    { label: 'Id', parameter: 'DiskIds', as: 'json-list' },
    { label: 'Name', parameter: 'DiskName' },
    { label: 'Status', parameter: 'Status', choices: ['In_use', 'Available', 'Attaching', 'Detaching', 'Creating'] },
    { label: 'Type', parameter: 'DiskType', choices: ['system', 'data'] },
    { label: 'Instance', parameter: 'InstanceId' },
  ],
  related: [{ title: 'Instance', of: 'instances', path: 'InstanceId' }],
  tags: { resourceType: 'disk', key: 'TagKey', value: 'TagValue' },
  creations: [
    {
      name: 'create',
      title: 'Create disk',
      operation: 'CreateDisk',
      fields: [
        { label: 'Zone', parameter: 'ZoneId', required: true },
        { label: 'GiB', parameter: 'Size', as: 'number', initial: '40' },
        { label: 'Category', parameter: 'DiskCategory', initial: 'cloud_essd' },
        { label: 'Name', parameter: 'DiskName' },
      ],
    },
  ],
  actions: [
    {
      name: 'attach',
      title: 'Attach',
      operation: 'AttachDisk',
      parameters: byId,
      fields: [{ label: 'Instance', parameter: 'InstanceId', required: true }],
    },
    {
      name: 'detach',
      title: 'Detach',
      operation: 'DetachDisk',
      parameters: ({ DiskId, InstanceId }) => ({ DiskId, InstanceId }),
    },
    { name: 'delete', title: 'Delete', operation: 'DeleteDisk', danger: true, parameters: byId },
  ],
};
