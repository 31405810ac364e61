import { control, note, type Refused, repeat } from '../refused.ts';
import type { Step } from '../step.ts';
import { findElsewhere } from './network-interface.ts';
import { repeatThere } from './region.ts';

/** What a seed has put upon an account is taken away by a seed that does not say it. */
export function openAccount(refused: Refused): readonly Step[] {
  const accessKeyId = refused.request.refused?.accountName;
  if (accessKeyId === undefined) return [];
  return [
    control('POST', '/seed', { accounts: [{ accessKeyId }] }, 'the operator seeds the account without restrictions'),
    repeat(refused),
  ];
}

/** A quota that is used up is raised by what the call needs. */
export function raiseQuota(refused: Refused): readonly Step[] {
  const { quota } = refused.evidence;
  const accessKeyId = refused.request.refused?.accountName;
  if (quota === undefined || accessKeyId === undefined) return [];
  const { name, regionId, limit, used } = quota;
  const value = Math.max(limit, used ?? 0) + 100;
  return [
    control(
      'PUT',
      '/quotas',
      { account: accessKeyId, name, region: regionId, value },
      `the operator raises the quota ${name}`,
    ),
    repeat(refused),
  ];
}

/** A region that does not exist, or is not named: that of the resources, if the account has them. */
export function nameRegion(refused: Refused): readonly Step[] {
  const { evidence, request } = refused;
  const own = evidence.resources.find(({ missing, members }) => !missing && members.accountId === request.accountId);
  return own === undefined ? [repeat(refused, { RegionId: 'cn-hangzhou' })] : [repeatThere(refused, own)];
}

/** A parameter that is not there. */
export function giveParameter(refused: Refused): readonly Step[] {
  const name = /"([\w.-]+)"/.exec(refused.message)?.[1];
  if (name === 'RegionId') return nameRegion(refused);
  return [note(`Send ${name ?? 'the parameter that the message names'} with a value, and repeat the call.`)];
}

/** Nothing is wrong with the call but when or how it was sent: an SDK that sends it anew does right. */
export function sendAgain(refused: Refused): readonly Step[] {
  return [repeat(refused)];
}

export function absent(refused: Refused): readonly Step[] {
  return findElsewhere(refused);
}
