import type { Operation, Rule } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuseRegion } from '../../operation/region-refusals.ts';
import { defaultRegionId, findRegion } from '../../operation/regions.ts';
import { type Exchange, known } from '../exchange.ts';
import { decodeParameters, isMissing } from '../protocol/decode.ts';
import { refuse, shown } from '../protocol/refusals.ts';

/** Presence and type by the contract, then the region, then the operation's own format rules. */
export function validate(exchange: Exchange): Refusal | undefined {
  const operation = known(exchange, 'operation');
  const input = decodeParameters(known(exchange, 'contract'), known(exchange, 'parameters').all, {
    keepEmpty: operation.keptEmpty,
  });
  if (isRefusal(input)) return input;
  for (const name of operation.required ?? []) {
    if (isMissing(input[name])) return refuse('MissingParameter', { name });
  }
  exchange.input = input;
  return checkRegion(exchange, operation, input) ?? checkRules(operation, input);
}

function checkRegion(exchange: Exchange, operation: Operation, input: object): Refusal | undefined {
  // A region that the contract does not list still counts: SDKs of the first generation add it to every call.
  const given = (input as { RegionId?: string }).RegionId ?? known(exchange, 'parameters').all.get('RegionId');
  const named = given === undefined || given === '' ? regionOfHost(exchange.request.headers.host) : given;
  const regionId = named ?? defaultRegionId;
  exchange.regionGiven = named !== undefined;
  exchange.regionId = regionId;
  if (findRegion(regionId) === undefined && !operation.anyRegion) {
    const wellFormed = /^[a-z]{2,}-[a-z0-9-]+$/.test(regionId);
    const code = wellFormed ? undefined : operation.malformedRegionId;
    return refuseRegion(code ?? 'InvalidRegionId.NotFound', { regionId: shown(regionId) });
  }
  const { account } = known(exchange, 'identity');
  if (operation.networkInterfaces && account.regionsWithoutNetworkInterfaces.has(regionId)) {
    const code = operation.networkInterfaces === 'ipv6' ? 'Forbidden.RegionId.Ipv6' : 'Forbidden.RegionId';
    return refuseRegion(code, { regionId });
  }
  return undefined;
}

/** `ecs.cn-beijing.aliyuncs.com` names cn-beijing; an address or a central endpoint names no region. */
function regionOfHost(host: string | undefined): string | undefined {
  return host?.split('.').find((part) => findRegion(part) !== undefined);
}

function checkRules(operation: Operation, input: object): Refusal | undefined {
  const rules = operation.rules as { readonly [name: string]: Rule<unknown> } | undefined;
  for (const name in rules) {
    const value = (input as Record<string, unknown>)[name];
    const refusal = value === undefined ? undefined : rules[name]?.(value, name);
    if (refusal !== undefined) return refusal;
  }
  return operation.check?.(input as never);
}
