import { describe, expect, it } from 'vitest';
import { connect, echo, listen, send, sleep } from './listener.fixture.ts';

const megabyte = Buffer.alloc(1024 * 1024, 'a');

/** Sends a POST of 100 MB and tells how much of it the client got rid of, and what it got back. */
async function sendHugeBody(port: number, headers: string, chunked: boolean) {
  const { socket, received } = connect(port, `POST / HTTP/1.1\r\nHost: h\r\n${headers}\r\n\r\n`);
  let closed = false;
  received.then(() => {
    closed = true;
  });
  for (let sent = 0; sent < 100 && !closed; sent += 1) {
    if (chunked) socket.write('100000\r\n');
    const more = socket.write(megabyte);
    if (chunked) socket.write('\r\n');
    if (!more) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), received]);
  }
  return { text: await received, bytesWritten: socket.bytesWritten };
}

describe('a body that is too large', () => {
  it.each([
    ['with its length', 'Content-Length: 104857600', false],
    ['in chunks', 'Transfer-Encoding: chunked', true],
  ])('%s is answered 413 without being read to its end', async (_, headers, chunked) => {
    const { port } = await listen();
    const before = performance.now();
    const { text, bytesWritten } = await sendHugeBody(port, headers, chunked);
    expect(text).toMatch(/^HTTP\/1\.1 413 Payload Too Large\r\n/);
    expect(text).toContain('Connection: close\r\n');
    expect(text.endsWith('\r\n\r\n{"Code":"body-too-large"}')).toBe(true);
    expect(bytesWritten).toBeLessThan(60e6);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect((await send(port)).status).toBe(200);
  });

  it('is answered to a client that writes all of it before it reads', async () => {
    const { port } = await listen({ limits: { maxBodyBytes: 1024 * 1024 } });
    const answer = await send(port, { method: 'POST' }, (request) => request.end(Buffer.alloc(3e6)));
    expect(answer).toMatchObject({ status: 413, body: '{"Code":"body-too-large"}' });
  });

  it('is refused before it is sent when the client asks with Expect', async () => {
    const { port } = await listen({ limits: { maxBodyBytes: 10 } });
    const { received } = connect(
      port,
      'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n',
    );
    expect(await received).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is not one of exactly the limit', async () => {
    const { port } = await listen({ limits: { maxBodyBytes: 10 } });
    const sendBody = (body: string, headers: Record<string, string>) =>
      send(port, { method: 'POST', headers }, (request) => request.end(body));
    expect((await sendBody('a'.repeat(10), { 'Content-Length': '10' })).status).toBe(200);
    expect((await sendBody('a'.repeat(11), { 'Content-Length': '11' })).status).toBe(413);
    expect((await sendBody('a'.repeat(10), { 'Transfer-Encoding': 'chunked' })).status).toBe(200);
    expect((await sendBody('a'.repeat(11), { 'Transfer-Encoding': 'chunked' })).status).toBe(413);
  });
});

describe('a request line and headers that are too large', () => {
  const query = (parameters: number) => Array.from({ length: parameters }, (_, i) => `Tag.${i}.Key=v`).join('&');

  it('are answered 431, also to a client that writes all of it before it reads', async () => {
    const { port } = await listen();
    expect(await send(port, { path: `/?${query(10_000)}` })).toMatchObject({
      status: 431,
      body: '{"Code":"headers-too-large"}',
      headers: { connection: 'close' },
    });
    expect((await send(port, { headers: { 'X-Long': 'a'.repeat(70_000) } })).status).toBe(431);
  });

  it('are not those of three thousand parameters', async () => {
    const { port } = await listen();
    expect((await send(port, { path: `/?${query(3_000)}` })).status).toBe(200);
  });
});

describe('bytes that are not HTTP', () => {
  it.each([
    ['garbage', '\x00\x01\x02 nonsense\r\n\r\n'],
    ['an unknown method', 'FETCH / HTTP/1.1\r\nHost: h\r\n\r\n'],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n'],
    ['a length that is no number', 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: ten\r\n\r\n'],
    ['a chunk size that is no number', 'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n'],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
    ['CONNECT', 'CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n\r\n'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('(%s) are answered 400 and the connection is closed', async (_, bytes) => {
    const { port } = await listen();
    const text = await connect(port, bytes).received;
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(text).toMatch(/\r\nContent-Length: 22\r\n/);
    expect(text.endsWith('\r\n\r\n{"Code":"bad-request"}')).toBe(true);
  });

  it('are answered after the request before them', async () => {
    const { port } = await listen({
      handle: async (request) => {
        await sleep(50);
        return echo(request);
      },
    });
    const text = await connect(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\nnonsense\r\n\r\n').received;
    expect(text).toMatch(/^HTTP\/1\.1 200 OK.*HTTP\/1\.1 400 Bad Request/s);
  });

  it('are answered 400 when a body ends too early', async () => {
    const { port } = await listen();
    const { socket, received } = connect(port, 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc');
    socket.end();
    expect(await received).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('an expectation that nobody has heard of', () => {
  it('is passed over', async () => {
    const { port } = await listen();
    const { received } = connect(port, 'GET /a HTTP/1.1\r\nHost: h\r\nExpect: b\r\nConnection: close\r\n\r\n');
    expect(await received).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*"path":"\/a"/);
  });
});

describe('a slow client', () => {
  const limits = { headersTimeoutMs: 200, requestTimeoutMs: 400 };

  it.each([
    ['headers', 'GET / HTTP/1.1\r\nHo'],
    ['a body', 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc'],
    ['a chunked body', 'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n'],
  ])('that does not finish %s is answered 408', async (_, bytes) => {
    const { port } = await listen({ limits });
    const { socket, received } = connect(port, bytes);
    const drip = setInterval(
      () => socket.writable && socket.write(bytes.includes('chunked') ? '1\r\na\r\n' : 'a'),
      150,
    );
    const text = await received;
    clearInterval(drip);
    expect(text).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(text.endsWith('{"Code":"timeout"}')).toBe(true);
  });

  it('is not one whose answer takes longer than the timeouts', async () => {
    const { port } = await listen({
      limits,
      handle: async (request) => {
        await sleep(700);
        return echo(request);
      },
    });
    expect((await send(port)).status).toBe(200);
  });
});

describe('a handler that fails', () => {
  it.each([
    ['rejects', () => Promise.reject(new Error('a bug'))],
    [
      'throws',
      () => {
        throw new Error('a bug');
      },
    ],
    ['gives a header that cannot be sent', async () => ({ status: 200, headers: { 'X-A': 'a\r\nb' }, body: '' })],
    ['gives a status that cannot be sent', async () => ({ status: 20, headers: {}, body: '' })],
  ])('(%s) is answered 500 and reported', async (_, handle) => {
    const { port, failures } = await listen({ handle });
    expect(await send(port)).toMatchObject({ status: 500, body: '{"Code":"internal"}' });
    expect(failures).toHaveLength(1);
  });
});

describe('a client that goes away', () => {
  it('in its request or before its answer harms nothing', async () => {
    let handled = 0;
    const { port, failures } = await listen({
      handle: async (request) => {
        handled += 1;
        await sleep(50);
        return { ...(await echo(request)), body: 'a'.repeat(5e6) };
      },
    });
    for (const bytes of [
      'GET / HTTP',
      'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc',
      'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n',
      'GET / HTTP/1.1\r\nHost: h\r\n\r\n',
    ]) {
      const { socket } = connect(port, bytes);
      await sleep(20);
      socket.resetAndDestroy();
    }
    const { socket } = connect(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.resetAndDestroy();
    await sleep(100);
    expect(handled).toBe(2);
    expect(failures).toEqual([]);
    expect((await send(port)).status).toBe(200);
  });
});

describe('connections beyond the limit', () => {
  it('are closed on arrival, and accepted again once one is free', async () => {
    const { port } = await listen({ limits: { maxConnections: 1 } });
    const first = connect(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    await new Promise((resolve) => first.socket.once('data', resolve));
    await expect(send(port)).rejects.toThrow();
    first.socket.destroy();
    await first.received;
    await sleep(20);
    expect((await send(port)).status).toBe(200);
  });
});
