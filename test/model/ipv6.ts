/** An IPv6 address in its one long spelling: eight groups without leading zeros, none left out. */
export function longIpv6(text: string): string {
  const [head = '', tail] = text.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

/** A prefix in its long spelling, without its mask, which is always /80. */
export function longIpv6Prefix(text: string): string {
  return longIpv6(text.replace(/\/80$/, ''));
}

/** The first four groups: the vSwitch. */
export function networkOf(long: string): string {
  return long.split(':').slice(0, 4).join(':');
}

/** The first five groups: the prefix that an address would be in. */
export function blockOf(long: string): string {
  return long.split(':').slice(0, 5).join(':');
}
