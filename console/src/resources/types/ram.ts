import { idParameter, type ResourceType } from '../resource-type.ts';

/** RAM belongs to no region, and lists by markers. */
const ram = { product: 'Ram', filters: [], related: [] } as const;

export const users: ResourceType = {
  ...ram,
  name: 'users',
  title: 'RAM users',
  singular: 'RAM user',
  list: { action: 'ListUsers', rows: 'Users.User', paging: 'marker' },
  id: 'UserName',
  label: 'DisplayName',
  columns: [
    { title: 'Comments', path: 'Comments' },
    { title: 'Created', path: 'CreateDate', as: 'time' },
  ],
  creations: [
    {
      name: 'create',
      title: 'Create user',
      operation: 'CreateUser',
      fields: [
        { label: 'Name', parameter: 'UserName', required: true },
        { label: 'Display name', parameter: 'DisplayName' },
      ],
    },
  ],
  actions: [
    {
      name: 'attach-policy',
      title: 'Attach policy',
      operation: 'AttachPolicyToUser',
      parameters: idParameter('UserName'),
      fields: [
        { label: 'Policy', parameter: 'PolicyName', required: true },
        { label: 'Kind', parameter: 'PolicyType', choices: ['System', 'Custom'], initial: 'System', required: true },
      ],
    },
    {
      name: 'create-key',
      title: 'Create access key',
      operation: 'CreateAccessKey',
      parameters: idParameter('UserName'),
    },
    { name: 'delete', title: 'Delete', operation: 'DeleteUser', danger: true, parameters: idParameter('UserName') },
  ],
};

export const roles: ResourceType = {
  ...ram,
  name: 'roles',
  title: 'RAM roles',
  singular: 'RAM role',
  list: { action: 'ListRoles', rows: 'Roles.Role', paging: 'marker' },
  id: 'RoleName',
  columns: [
    { title: 'ARN', path: 'Arn' },
    { title: 'Description', path: 'Description' },
    { title: 'Created', path: 'CreateDate', as: 'time' },
  ],
  creations: [
    {
      name: 'create',
      title: 'Create role',
      operation: 'CreateRole',
      fields: [
        { label: 'Name', parameter: 'RoleName', required: true },
        {
          label: 'Who may assume it',
          parameter: 'AssumeRolePolicyDocument',
          as: 'json',
          required: true,
          initial:
            '{"Version":"1","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":["ecs.aliyuncs.com"]}}]}',
        },
      ],
    },
  ],
  actions: [
    {
      name: 'attach-policy',
      title: 'Attach policy',
      operation: 'AttachPolicyToRole',
      parameters: idParameter('RoleName'),
      fields: [
        { label: 'Policy', parameter: 'PolicyName', required: true },
        { label: 'Kind', parameter: 'PolicyType', choices: ['System', 'Custom'], initial: 'System', required: true },
      ],
    },
    { name: 'delete', title: 'Delete', operation: 'DeleteRole', danger: true, parameters: idParameter('RoleName') },
  ],
};

export const policies: ResourceType = {
  ...ram,
  name: 'policies',
  title: 'RAM policies',
  singular: 'RAM policy',
  list: { action: 'ListPolicies', rows: 'Policies.Policy', paging: 'marker' },
  id: 'PolicyName',
  columns: [
    { title: 'Kind', path: 'PolicyType' },
    { title: 'Attached', path: 'AttachmentCount' },
    { title: 'Version', path: 'DefaultVersion' },
    { title: 'Description', path: 'Description' },
  ],
  filters: [{ label: 'Kind', parameter: 'PolicyType', choices: ['System', 'Custom'] }],
  creations: [
    {
      name: 'create',
      title: 'Create policy',
      operation: 'CreatePolicy',
      fields: [
        { label: 'Name', parameter: 'PolicyName', required: true },
        {
          label: 'Document',
          parameter: 'PolicyDocument',
          as: 'json',
          required: true,
          initial: '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:Describe*","Resource":"*"}]}',
        },
      ],
    },
  ],
  actions: [
    { name: 'delete', title: 'Delete', operation: 'DeletePolicy', danger: true, parameters: idParameter('PolicyName') },
  ],
};
