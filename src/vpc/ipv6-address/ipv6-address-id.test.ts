import { expect, it } from 'vitest';
import { addressOfId, ipv6AddressIdOf } from './ipv6-address-id.ts';

it.each(['2001:db8::', '2001:db8::1', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', '2001:db8:1:2:3:4:5:6'])(
  'the id of %s stands for it',
  (address) => {
    const id = ipv6AddressIdOf(address, 'cn-hangzhou');
    expect(id).toMatch(/^ipv6-bp1[0-9a-z]{19}$/);
    expect(addressOfId(id)).toBe(address);
  },
);

it.each(['', 'ipv6-', 'ipv6-bp1', 'eni-bp10000000000000000000', 'ipv6-bp1zzzzzzzzzzzzzzzzzzz', 'IPV6-bp1'])(
  '%j is no id',
  (id) => {
    expect(addressOfId(id)).toBeUndefined();
  },
);
