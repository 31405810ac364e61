import { describe, expect, it } from 'vitest';
import { acs3, sdkV1, teaRpc, type Wire } from '../scenarios/wire.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import { send } from '../support/signed-client.ts';

const localyun = startTestLocalyun();
const awkward = { RegionId: 'cn-hangzhou', Description: "a b*c~d'(e)!/é:&=+%", Tag: [{ Key: 'k:v', Value: '' }] };

/** Sends a call that is signed with a wrong secret; what the server says, and what the client had signed. */
async function signedWrongly(wire: Wire) {
  const { accessKeyId } = localyun.account();
  const host = `127.0.0.1:${localyun.port}`;
  const call = { host, regionId: 'cn-hangzhou', product: 'Ecs', action: 'CreateNetworkInterface' } as const;
  const key = { accessKeyId, accessKeySecret: 'wrong' };
  const { method, path, body, headers, stringToSign } = wire({ ...call, key, parameters: awkward });
  const { status, text } = await send(localyun.port, method, path, body, headers);
  return { status, refusal: JSON.parse(text) as { Code: string; Message: string }, stringToSign };
}

describe('the string to sign in SignatureDoesNotMatch', () => {
  it.each([
    ['tea-rpc', teaRpc],
    ['the first generation', sdkV1],
    ['the second generation', acs3],
  ])('is what a client of %s has signed', async (_name, wire) => {
    const { status, refusal, stringToSign } = await signedWrongly(wire);
    expect([status, refusal.Code]).toEqual([400, 'SignatureDoesNotMatch']);
    expect(refusal.Message).toBe(
      `Specified signature is not matched with our calculation. server string to sign is:${stringToSign}`,
    );
  });

  it('is cut out by the Go SDK after its marker', async () => {
    const { refusal, stringToSign } = await signedWrongly(sdkV1);
    expect(refusal.Message.split('server string to sign is:')[1]).toBe(stringToSign);
  });

  it('is cut out by the Python SDK between the first two colons', async () => {
    for (const wire of [sdkV1, teaRpc]) {
      const { refusal, stringToSign } = await signedWrongly(wire);
      expect(refusal.Message.split(':')[1]).toBe(stringToSign);
    }
  });
});
