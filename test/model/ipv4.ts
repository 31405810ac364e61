/** A block of addresses as whole numbers; both ends belong to it. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

/** Reads `10.0.0.0/24`. */
export function blockOf(cidr: string): Block {
  const [address = '', mask = ''] = cidr.split('/');
  const first = numberOf(address);
  return { first, last: first + 2 ** (32 - Number(mask)) - 1 };
}

export function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

export function textOf(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** What a vSwitch has to give out: all but its first and its last three addresses (semantics, 4.3). */
export function givenOut({ first, last }: Block): Block {
  return { first: first + 1, last: last - 3 };
}

export function sizeOf({ first, last }: Block): number {
  return last - first + 1;
}

export function isIn(address: number, { first, last }: Block): boolean {
  return first <= address && address <= last;
}

export function overlap(one: Block, other: Block): boolean {
  return one.first <= other.last && other.first <= one.last;
}
