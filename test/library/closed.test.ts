import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { ControlCall } from '../../src/control/call.ts';
import { calls, isCall } from '../../src/control/calls/index.ts';
import { ControlRefused, ControlUnreachable, connectLocalyun, startLocalyun } from '../../src/index.ts';

type Tree = { readonly [name: string]: ControlCall | Tree };

/** The functions of the library, by the way to each. */
function functionsOf(tree: Tree, way: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(tree).flatMap(([name, entry]) => {
    if (!isCall(entry)) return functionsOf(entry, [...way, name]);
    return entry.httpOnly === true ? [] : [[...way, name]];
  });
}

describe('a server that was closed', () => {
  it('says so to every call', async () => {
    const localyun = await startLocalyun({ logLevel: 'error' });
    await localyun.close();
    const ways = functionsOf(calls as Tree);
    expect(ways.length).toBeGreaterThan(30);
    for (const way of ways) {
      const called = way.reduce((at, name) => (at as Record<string, unknown>)[name], localyun as unknown);
      const refused = await (called as (...given: unknown[]) => Promise<unknown>)().catch((error: unknown) => error);
      expect([way, refused]).toEqual([way, new ControlUnreachable('the server was closed')]);
      expect(refused).toBeInstanceOf(ControlUnreachable);
    }
  });

  it('says so to a call that begins while it is being closed', async () => {
    const localyun = await startLocalyun({ logLevel: 'error' });
    const closing = localyun.close();
    await expect(localyun.reset()).rejects.toThrow(new ControlUnreachable('the server was closed'));
    await closing;
  });

  it('may be closed again', async () => {
    await using localyun = await startLocalyun({ logLevel: 'error' });
    await Promise.all([localyun.close(), localyun.close()]);
    await localyun.close();
  });

  it('is also one that has started under an address of no URL', async ({ skip }) => {
    const listening = net.createServer().listen(0, '::1');
    await once(listening, 'listening').catch(() => skip('there is no IPv6'));
    const { port } = listening.address() as AddressInfo;
    listening.close();
    await once(listening, 'close');
    await expect(startLocalyun({ host: '::1%lo', port, logLevel: 'error' })).rejects.toThrow();
    await once(listening.listen(port, '::1'), 'listening');
    listening.close();
  });
});

describe('an endpoint to connect to', () => {
  it.each([undefined, null, 20140, {}, new URL('http://127.0.0.1:1'), '', 'ftp://127.0.0.1'])(
    'is refused when it is none: %s',
    async (endpoint) => {
      const refused = await connectLocalyun(endpoint as string).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(ControlRefused);
      expect(refused).toMatchObject({ message: expect.stringMatching(/^endpoint: must be http:\/\/HOST:PORT, not /) });
    },
  );
});
