import { type Step, stepsOf } from '../step.ts';

const resourceManager = stepsOf('ResourceManager');
const tagged = { ResourceType: 'ResourceGroup', ResourceId: ['$resourceGroupId'] };

export const resourceGroups: readonly Step[] = [
  stepsOf('Sts')('GetCallerIdentity', {}, { accountId: 'AccountId' }),
  stepsOf('Location')('DescribeEndpoints', { Id: 'cn-hangzhou', ServiceCode: 'ecs', Type: 'openAPI' }),
  stepsOf('BssOpenApi')('QueryAvailableInstances', { PageNum: 1, PageSize: 50 }),
  resourceManager('CreateResourceGroup', { Name: 'web', DisplayName: 'Web' }, { resourceGroupId: 'ResourceGroup.Id' }),
  resourceManager('GetResourceGroup', { ResourceGroupId: '$resourceGroupId' }),
  resourceManager('ListResourceGroups'),
  resourceManager('UpdateResourceGroup', { ResourceGroupId: '$resourceGroupId', NewDisplayName: 'Web shop' }),
  resourceManager('TagResources', { ...tagged, Tag: [{ Key: 'team', Value: 'web' }] }),
  resourceManager('ListTagResources', tagged),
  resourceManager('UntagResources', { ...tagged, TagKey: ['team'] }),
];

export const resourceGroupsEnd: readonly Step[] = [
  resourceManager('DeleteResourceGroup', { ResourceGroupId: '$resourceGroupId' }),
];
