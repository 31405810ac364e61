const sequence = /^(?<prefix>[^[\]]+)\[(?<begin>\d{0,6})(?:,(?<digits>[1-6]?))?\](?<suffix>[^[\]]*)$/;
const defaultDigits = 6;

/**
 * The names of `count` instances made together, from one name. `prefix[begin,digits]suffix` numbers them: `begin` is 0
 * and `digits` is 6 where not given, and 6 where `begin` has more digits than that. With `uniqueSuffix` several get
 * `001`, `002`, ... at their end, unless the name ends with its own number.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/user-guide/batch-configure-sequential-names-or-hostnames-for-multiple-instances
 */
export function namesOf(name: string, count: number, uniqueSuffix: boolean): readonly string[] {
  const parts = sequence.exec(name)?.groups;
  const endsWithNumber = parts !== undefined && parts.suffix === '';
  const hasSuffix = uniqueSuffix && count > 1 && !endsWithNumber;
  return Array.from({ length: count }, (_, index) => {
    const numbered = parts === undefined ? name : numberedName(parts, index);
    return hasSuffix ? `${numbered}${String(index + 1).padStart(3, '0')}` : numbered;
  });
}

function numberedName(parts: { readonly [part: string]: string | undefined }, index: number): string {
  const { prefix = '', begin = '', suffix = '' } = parts;
  const wanted = Number(parts.digits || defaultDigits);
  const digits = begin.length > wanted ? defaultDigits : wanted;
  return `${prefix}${String(Number(begin) + index).padStart(digits, '0')}${suffix}`;
}

/** Letters, digits and single inner dashes; on Linux in parts between single dots. */
export function isHostName(value: string, osType: 'linux' | 'windows'): boolean {
  if (osType === 'windows') {
    return value.length >= 2 && value.length <= 15 && /^[a-z\d]+(-[a-z\d]+)*$/i.test(value) && !/^\d+$/.test(value);
  }
  return value.length >= 2 && value.length <= 64 && /^[a-z\d]+([.-][a-z\d]+)*$/i.test(value);
}

/** The host name of an instance that is given none. */
export function defaultHostName(instanceId: string): string {
  return `iZ${instanceId.slice('i-'.length)}Z`;
}
