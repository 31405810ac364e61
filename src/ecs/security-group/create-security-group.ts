import { newId } from '../../operation/ids.ts';
import { operation } from '../../operation/operation.ts';
import { takeQuota } from '../../operation/quota-usage.ts';
import { findVpc } from '../../vpc/vpc/vpc.table.ts';
import { refuse } from '../refusals.ts';
import { checkResourceGroup } from '../resource-group/check-resource-group.ts';
import { checkTags, putTags } from '../tag/tags.ts';
import { securityGroupDescription, securityGroupName, securityGroupTags } from './rules.ts';
import { insertSecurityGroup } from './security-group.table.ts';

/**
 * Creates a security group of a VPC, or of the classic network when no VPC is named. Inside a basic group members reach
 * each other, inside an advanced one they do not.
 */
export const createSecurityGroup = operation('Ecs', 'CreateSecurityGroup', {
  permits: ['securitygroup/*', 'vpc:vpc/{VpcId}?'],
  rules: {
    SecurityGroupName: securityGroupName,
    Description: securityGroupDescription,
    SecurityGroupType: (value) =>
      value === 'normal' || value === 'enterprise' ? undefined : refuse('InvalidParams.GroupType', { value }),
    Tag: (tags) => checkTags(tags),
  },

  check: ({ SecurityGroupType, VpcId }) =>
    SecurityGroupType === 'enterprise' && VpcId === undefined ? refuse('InvalidParams.VpcIdGroupType') : undefined,

  async execute(parameters, context) {
    const { tx, accountId, regionId, nowMs } = context;
    const { VpcId: vpcId, SecurityGroupType: type } = parameters;
    if (vpcId !== undefined) {
      const vpc = await findVpc(tx, accountId, regionId, vpcId);
      if (vpc === undefined) return refuse('InvalidVpcId.NotFound', { id: vpcId });
      if (vpc.status !== 'Available') return refuse('IncorrectVpcStatus', { id: vpcId, status: vpc.status });
    }
    const noResourceGroup = await checkResourceGroup(context, parameters.ResourceGroupId);
    if (noResourceGroup) return noResourceGroup;
    const limit = context.quota('security-groups');
    if (!(await takeQuota(context, 'security-groups', 1, limit))) return refuse('QuotaExceed.SecurityGroup', { limit });
    const securityGroupId = newId('sg', context);
    await insertSecurityGroup(tx, {
      securityGroupId,
      accountId,
      regionId,
      vpcId: vpcId ?? null,
      securityGroupName: parameters.SecurityGroupName ?? '',
      description: parameters.Description ?? '',
      securityGroupType: type === 'enterprise' ? 'enterprise' : 'normal',
      innerAccessPolicy: type === 'enterprise' ? 'Drop' : 'Accept',
      resourceGroupId: parameters.ResourceGroupId ?? '',
      privateAddressCount: 0,
      createdAtMs: nowMs,
    });
    await putTags(context, securityGroupTags, securityGroupId, parameters.Tag);
    return { SecurityGroupId: securityGroupId };
  },
});
