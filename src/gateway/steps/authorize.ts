import { accessDeniedDetail } from '../../access/denial.ts';
import { decide } from '../../access/policy/evaluate.ts';
import { refuse } from '../../access/refusals.ts';
import type { Tags } from '../../access/resource-tags.ts';
import { type AccessedResource, mostResources, resourcesOf } from '../../access/resources.ts';
import { callerArn } from '../../operation/caller-arn.ts';
import type { Operation } from '../../operation/operation.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { conditionValues } from '../condition-values.ts';
import { type Exchange, known } from '../exchange.ts';
import { refuse as refuseRequest } from '../protocol/refusals.ts';
import type { GatewayParts, Step } from '../step.ts';

/**
 * The account's root may everything; everyone else what policies allow on every resource of the call. Nothing but the
 * call is looked at, so that who may not, does not learn whether a resource is there (ENI-13).
 */
export const authorize: Step = (exchange, parts) => {
  const { access, key } = known(exchange, 'identity');
  const operation = known(exchange, 'operation');
  if (access === undefined || operation.everyIdentity) return undefined;
  const { product, permits } = operation;
  const regionId = known(exchange, 'regionId');
  const resources = resourcesOf(permits, known(exchange, 'input'), {
    product,
    accountId: key.accountId,
    regionId,
    userName: key.userName,
  });
  if (resources.length > mostResources) return refuseRequest('TooManyResources', { limit: mostResources });
  if (!access.readsTags) return firstDenial(exchange, parts, resources, []);
  return parts.directory.tagsOf(key.accountId, resources).then((tags) => firstDenial(exchange, parts, resources, tags));
};

function firstDenial(
  exchange: Exchange,
  { engine, denialCode = 'Forbidden.RAM' }: GatewayParts,
  resources: readonly AccessedResource[],
  tags: readonly Tags[],
): Refusal | undefined {
  const { access, key } = known(exchange, 'identity');
  const operation = known(exchange, 'operation');
  const action = operation.ramAction ?? `${operation.product.toLowerCase()}:${operation.action}`;
  for (const [index, resource] of resources.entries()) {
    const values = conditionValues(exchange, engine.nowMs(), resource, tags[index]);
    const asked = { action, resource: resource.arn };
    const decision = decide(access?.sets ?? [], { ...asked, values });
    if (decision.allowed) continue;
    const reason =
      decision.reason === 'ExplicitDeny'
        ? `a statement of the policy "${decision.by.policyName}" denies it`
        : `no ${decision.kind === 'SessionPolicy' ? 'statement of the session policy' : 'policy'} allows it`;
    const refusal = refuse(codeOf(operation, denialCode), { ...asked, principal: callerArn(key), reason });
    return { ...refusal, accessDeniedDetail: accessDeniedDetail(decision, key, { ...asked, values }) };
  }
  return undefined;
}

function codeOf({ product, networkInterfaces }: Operation, ofEcs: NonNullable<GatewayParts['denialCode']>) {
  if (product === 'Vpc') return 'Forbidden.RAM';
  if (product !== 'Ecs') return 'NoPermission';
  return ofEcs === 'Forbidden.SubUser' && networkInterfaces === 'ipv6' ? 'Forbbiden.SubUser' : ofEcs;
}
