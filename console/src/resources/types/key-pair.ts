import type { ResourceType } from '../resource-type.ts';

export const keyPairs: ResourceType = {
  name: 'key-pairs',
  title: 'Key pairs',
  singular: 'key pair',
  product: 'Ecs',
  list: {
    action: 'DescribeKeyPairs',
    rows: 'KeyPairs.KeyPair',
    paging: 'pages',
    byId: (id) => ({ KeyPairName: id }),
  },
  id: 'KeyPairName',
  columns: [
    { title: 'Fingerprint', path: 'KeyPairFingerPrint' },
    { title: 'Created', path: 'CreationTime', as: 'time' },
  ],
  filters: [{ label: 'Name', parameter: 'KeyPairName' }],
  related: [],
  tags: { resourceType: 'keypair', key: 'TagKey', value: 'TagValue' },
  creations: [
    {
      name: 'create',
      title: 'Create key pair',
      operation: 'CreateKeyPair',
      fields: [{ label: 'Name', parameter: 'KeyPairName', required: true }],
    },
  ],
  actions: [
    {
      name: 'delete',
      title: 'Delete',
      operation: 'DeleteKeyPairs',
      danger: true,
      parameters: ({ KeyPairName }) => ({ KeyPairNames: JSON.stringify([KeyPairName]) }),
    },
  ],
};
