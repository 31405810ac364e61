import type { EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { isResourceName } from '../../operation/text.ts';
import { refuse } from '../refusals.ts';
import { defaultHostName, isHostName, namesOf } from './names.ts';

type Parameters = Pick<EcsRunInstancesParameters, 'InstanceName' | 'HostName' | 'HostNames' | 'UniqueSuffix'>;

const maxNameLength = 128;

/** The names of the instances with these ids; without a name an instance is called by its id. */
export function instanceNamesFor(
  { InstanceName, UniqueSuffix = false }: Parameters,
  ids: readonly string[],
): readonly string[] | Refusal {
  if (InstanceName === undefined) return ids;
  const names = namesOf(InstanceName, ids.length, UniqueSuffix);
  if (names.every(isResourceName)) return names;
  const isTooLong = UniqueSuffix && InstanceName.length <= maxNameLength && names.some(isLongerThan(maxNameLength));
  return refuse(isTooLong ? 'InvalidParams.InstanceNameExceed' : 'InvalidInstanceName.Malformed', {
    value: InstanceName,
  });
}

/** The host names; `${instance_id}` in one stands for the id of its instance. */
export function hostNamesFor(
  { HostName, HostNames, UniqueSuffix = false }: Parameters,
  ids: readonly string[],
  osType: 'linux' | 'windows',
): readonly string[] | Refusal {
  const wanted = HostName === undefined ? HostNames : namesOf(HostName, ids.length, UniqueSuffix);
  if (wanted.length === 0) return ids.map(defaultHostName);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of the API
  const names = wanted.map((name, index) => name.replaceAll('${instance_id}', ids[index] ?? ''));
  const malformed = names.find((name) => !isHostName(name, osType));
  if (malformed === undefined) return names;
  const limit = osType === 'windows' ? 15 : 64;
  if (UniqueSuffix && HostName !== undefined && HostName.length <= limit && names.some(isLongerThan(limit))) {
    return refuse('InvalidParams.HostnameExceed', { value: HostName });
  }
  const separators = osType === 'windows' ? '"-"' : '"-" and "."';
  return refuse('InvalidHostName.Malformed', { value: malformed, osType, limit, separators });
}

const isLongerThan = (limit: number) => (name: string) => name.length > limit;
