import { type Field, idParameter, type ResourceType } from '../resource-type.ts';

const byId = idParameter('SecurityGroupId');

const rule: readonly Field[] = [
  { label: 'Protocol', parameter: 'Permissions.0.IpProtocol', choices: ['TCP', 'UDP', 'ICMP', 'ALL'], initial: 'TCP' },
  { label: 'Ports', parameter: 'Permissions.0.PortRange', initial: '22/22', hint: 'From/to; -1/-1 for all' },
  { label: 'Policy', parameter: 'Permissions.0.Policy', choices: ['accept', 'drop'], initial: 'accept' },
  { label: 'Priority', parameter: 'Permissions.0.Priority', as: 'number', initial: '1' },
];

export const securityGroups: ResourceType = {
  name: 'security-groups',
  title: 'Security groups',
  singular: 'security group',
  product: 'Ecs',
  list: {
    action: 'DescribeSecurityGroups',
    rows: 'SecurityGroups.SecurityGroup',
    paging: 'pages',
    byId: (id) => ({ SecurityGroupId: id }),
  },
  id: 'SecurityGroupId',
  label: 'SecurityGroupName',
  columns: [
    { title: 'Type', path: 'SecurityGroupType' },
    { title: 'VPC', path: 'VpcId', of: 'vpcs' },
    { title: 'Description', path: 'Description' },
    { title: 'Created', path: 'CreationTime', as: 'time' },
  ],
  filters: [
    { label: 'Id', parameter: 'SecurityGroupId' },
    { label: 'Name', parameter: 'SecurityGroupName' },
    { label: 'VPC', parameter: 'VpcId' },
    { label: 'Type', parameter: 'SecurityGroupType', choices: ['normal', 'enterprise'] },
  ],
  related: [
    { title: 'VPC', of: 'vpcs', path: 'VpcId' },
    { title: 'Network interfaces in it', of: 'network-interfaces', filter: 'SecurityGroupId' },
    { title: 'Instances in it', of: 'instances', filter: 'SecurityGroupId' },
  ],
  tags: { resourceType: 'securitygroup', key: 'TagKey', value: 'TagValue' },
  creations: [
    {
      name: 'create',
      title: 'Create security group',
      operation: 'CreateSecurityGroup',
      fields: [
        { label: 'VPC', parameter: 'VpcId', required: true },
        { label: 'Name', parameter: 'SecurityGroupName' },
        { label: 'Type', parameter: 'SecurityGroupType', choices: ['normal', 'enterprise'] },
        { label: 'Description', parameter: 'Description' },
      ],
    },
  ],
  actions: [
    {
      name: 'allow-in',
      title: 'Add inbound rule',
      operation: 'AuthorizeSecurityGroup',
      parameters: byId,
      fields: [
        ...rule,
        { label: 'From addresses', parameter: 'Permissions.0.SourceCidrIp', initial: '0.0.0.0/0' },
        { label: 'From group', parameter: 'Permissions.0.SourceGroupId' },
      ],
    },
    {
      name: 'allow-out',
      title: 'Add outbound rule',
      operation: 'AuthorizeSecurityGroupEgress',
      parameters: byId,
      fields: [
        ...rule,
        { label: 'To addresses', parameter: 'Permissions.0.DestCidrIp', initial: '0.0.0.0/0' },
        { label: 'To group', parameter: 'Permissions.0.DestGroupId' },
      ],
    },
    {
      name: 'modify',
      title: 'Modify',
      operation: 'ModifySecurityGroupAttribute',
      parameters: byId,
      fields: [
        { label: 'Name', parameter: 'SecurityGroupName', initialPath: 'SecurityGroupName' },
        { label: 'Description', parameter: 'Description', initialPath: 'Description' },
      ],
    },
    { name: 'delete', title: 'Delete', operation: 'DeleteSecurityGroup', danger: true, parameters: byId },
  ],
};
