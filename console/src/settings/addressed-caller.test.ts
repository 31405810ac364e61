import { describe, expect, it } from 'vitest';
import { callerIn, callerQuery, withoutCaller } from './addressed-caller.ts';

describe('the caller of an address', () => {
  it.each([
    [{ account: '1', accessKeyId: 'localyun-team', regionId: 'cn-beijing' }, 'as=localyun-team&in=cn-beijing'],
    [{ accessKeyId: 'localyun-team' }, 'as=localyun-team'],
    [{ account: '1', accessKeyId: 'LTAI1' }, 'as=1&key=LTAI1'],
    [{ account: '1', regionId: 'cn-beijing' }, 'as=1&in=cn-beijing'],
    [{ accessKeyId: 'of-nobody' }, ''],
    [{}, ''],
  ])('of %j is written as %s', (caller, written) => {
    expect(new URLSearchParams(callerQuery(caller)).toString()).toBe(written);
  });

  it('is read apart from the rest of the query', () => {
    const query = new URLSearchParams('Status=Available&as=1&key=LTAI1&in=cn-beijing');
    expect(callerIn(query)).toEqual({ account: '1', accessKeyId: 'LTAI1', regionId: 'cn-beijing' });
    expect(withoutCaller(query).toString()).toBe('Status=Available');
    expect(callerIn(withoutCaller(query))).toBeUndefined();
  });
});
