import http from 'node:http';
import https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import tls from 'node:tls';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCertificateSource, type ServerCertificate } from './certificates.ts';
import { ListenError } from './listen-error.ts';
import { connect, echo, listen, send, sleep } from './listener.fixture.ts';

let certificate: ServerCertificate;
beforeAll(async () => {
  certificate = await createCertificateSource({ regions: ['cn-hangzhou'] })();
});
const keyPair = async () => certificate;

const lookup: LookupFunction = (_name, options, callback) => {
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

/** A keep-alive connection that has begun to receive its first answer. */
async function answeredConnection(port: number) {
  const { socket, received } = connect(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  return { socket, received };
}

describe('http and https on one port', () => {
  it('serves both', async () => {
    const { port } = await listen({ keyPair });
    expect(JSON.parse((await send(port)).body).secure).toBe(false);
    expect(JSON.parse((await send(port, { ca: certificate.ca })).body)).toMatchObject({
      secure: true,
      remoteAddress: '127.0.0.1',
    });
  });

  it.each(['localhost', 'ecs.aliyuncs.com', 'ecs.cn-hangzhou.aliyuncs.com'])('is trusted as %s', async (host) => {
    const { port } = await listen({ keyPair });
    expect((await send(port, { host, servername: host, lookup, ca: certificate.ca })).status).toBe(200);
  });

  it('is not trusted as another host, nor without the authority', async () => {
    const { port } = await listen({ keyPair });
    const host = 'ecs.example.com';
    await expect(send(port, { host, servername: host, lookup, ca: certificate.ca })).rejects.toThrow(/altname/i);
    await expect(send(port, { ca: tls.rootCertificates[0] ?? '' })).rejects.toThrow(/certificate/);
  });

  it('reuses a connection and takes bodies, over https too', async () => {
    const { port } = await listen({ keyPair });
    const agent = new https.Agent({ keepAlive: true, maxSockets: 1 });
    const options = { agent, ca: certificate.ca, method: 'POST' };
    await send(port, options, (request) => request.end('a'.repeat(100_000)));
    const second = await send(port, options, (request) => request.end('b'.repeat(200_000)));
    agent.destroy();
    expect(second.reusedSocket).toBe(true);
    expect(JSON.parse(second.body).body).toBe('b'.repeat(200_000));
  });

  it('asks for the key pair at the first TLS connection, not before, and for all that wait at once', async () => {
    let asked = 0;
    const { port } = await listen({
      keyPair: async () => {
        asked += 1;
        await sleep(100);
        return certificate;
      },
    });
    await send(port);
    expect(asked).toBe(0);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(port, { ca: certificate.ca })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('takes up a renewed certificate', async () => {
    let current = certificate;
    const { port } = await listen({ keyPair: async () => current });
    await send(port, { ca: certificate.ca });
    current = await createCertificateSource({ regions: [] })();
    await expect(send(port, { ca: certificate.ca })).rejects.toThrow();
    expect((await send(port, { ca: current.ca })).status).toBe(200);
  });

  it('closes a TLS connection when there is no key pair, reports it and goes on', async () => {
    let fails = true;
    const { port, failures } = await listen({
      keyPair: () => (fails ? Promise.reject(new Error('no directory')) : keyPair()),
    });
    await expect(send(port, { ca: certificate.ca })).rejects.toThrow();
    expect(failures).toMatchObject([{ message: 'no directory' }]);
    fails = false;
    expect((await send(port, { ca: certificate.ca })).status).toBe(200);
  });

  it('takes a client hello that comes in pieces', async () => {
    const { port } = await listen({ keyPair });
    const { socket, received } = connect(port);
    const client = tls.connect({ socket: slowly(socket), ca: certificate.ca, servername: 'localhost' });
    client.write('GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    let text = '';
    for await (const chunk of client) text += chunk;
    expect(text).toContain('"secure":true');
    await received;
  });

  it('offers http/1.1 to clients that would speak HTTP/2', async () => {
    const { port } = await listen({ keyPair });
    const client = tls.connect({ port, host: '127.0.0.1', ca: certificate.ca, ALPNProtocols: ['h2', 'http/1.1'] });
    await new Promise((resolve) => client.once('secureConnect', resolve));
    expect(client.alpnProtocol).toBe('http/1.1');
    client.destroy();
  });

  it('closes on garbage that begins like TLS', async () => {
    const { port, failures } = await listen({ keyPair });
    await connect(port, '\x16\x03\x01garbage garbage').received;
    expect((await send(port, { ca: certificate.ca })).status).toBe(200);
    expect(failures).toEqual([]);
  });
});

describe('a client that says nothing', () => {
  const limits = { headersTimeoutMs: 200 };

  it.each([
    ['at all', ''],
    ['after half a client hello', '\x16\x03\x01\x02'],
  ])('%s is closed after the timeout', async (_, bytes) => {
    const { port } = await listen({ keyPair, limits });
    const before = performance.now();
    await connect(port, Buffer.from(bytes, 'latin1')).received;
    expect(performance.now() - before).toBeGreaterThan(150);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('after the TLS handshake is closed after the timeout', async () => {
    const { port } = await listen({ keyPair, limits });
    const client = tls.connect({ port, host: '127.0.0.1', ca: certificate.ca });
    await new Promise((resolve) => client.once('secureConnect', resolve));
    await new Promise((resolve) => client.once('close', resolve));
  });

  it('and leaves is forgotten', async () => {
    const listener = await listen({ keyPair });
    const { socket, received } = connect(listener.port);
    socket.end();
    await received;
    await listener.close(5_000);
  });
});

describe('close', () => {
  it('closes silent, idle and half-open connections at once', async () => {
    const listener = await listen({ keyPair });
    const agent = new https.Agent({ keepAlive: true });
    const idle = await answeredConnection(listener.port);
    const silent = connect(listener.port);
    const handshaking = connect(listener.port, Buffer.from('\x16\x03\x01\x02', 'latin1'));
    await send(listener.port, { agent, ca: certificate.ca });
    const secured = tls.connect({ port: listener.port, host: '127.0.0.1', ca: certificate.ca });
    await new Promise((resolve) => secured.once('secureConnect', resolve));
    secured.on('error', () => {});
    await sleep(20);

    const before = performance.now();
    await listener.close(5_000);
    await Promise.all([idle.received, silent.received, handshaking.received]);
    expect(performance.now() - before).toBeLessThan(1_000);
    agent.destroy();
    secured.destroy();
  });

  it.each([
    ['http', undefined],
    ['https', true],
  ])('lets a request in flight be answered over %s, and then closes its connection', async (_, secure) => {
    const listener = await listen({
      keyPair,
      handle: async (request) => {
        await sleep(200);
        return echo(request);
      },
    });
    const agent = secure ? new https.Agent({ keepAlive: true }) : new http.Agent({ keepAlive: true });
    const answer = send(listener.port, secure ? { agent, ca: certificate.ca } : { agent });
    await sleep(100);
    const before = performance.now();
    const closed = listener.close(5_000);
    await expect(send(listener.port)).rejects.toThrow('ECONNREFUSED');
    expect(await answer).toMatchObject({ status: 200, headers: { connection: 'close' } });
    await closed;
    expect(performance.now() - before).toBeLessThan(1_000);
    agent.destroy();
  });

  it('lets an answer arrive that a slow client has taken half of', async () => {
    const body = 'a'.repeat(20e6);
    const listener = await listen({ handle: async () => ({ status: 200, headers: {}, body }) });
    const { socket, received } = await answeredConnection(listener.port);
    socket.pause();
    await sleep(50);
    const closed = listener.close(5_000);
    await sleep(50);
    socket.resume();
    expect((await received).split('\r\n\r\n')[1]).toHaveLength(body.length);
    await closed;
  });

  it('cuts off what is left after the grace, whichever way it hangs', async () => {
    const listener = await listen({ keyPair, handle: () => new Promise(() => {}) });
    const hanging = [send(listener.port), send(listener.port, { ca: certificate.ca })].map((answer) =>
      answer.then(
        () => 'answered',
        () => 'cut off',
      ),
    );
    const body = connect(listener.port, 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc');
    await sleep(100);
    const before = performance.now();
    await listener.close(200);
    expect(await Promise.all(hanging)).toEqual(['cut off', 'cut off']);
    await body.received;
    expect(performance.now() - before).toBeGreaterThan(150);
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('can be asked for twice', async () => {
    const listener = await listen();
    await Promise.all([listener.close(100), listener.close(100)]);
  });
});

describe('an address that cannot be listened on', () => {
  it('is refused with a message that can be printed', async () => {
    const { port } = await listen();
    const busy = await listen({ port }).catch((error: unknown) => error);
    expect(busy).toBeInstanceOf(ListenError);
    expect(busy).toMatchObject({ code: 'EADDRINUSE', message: `port ${port} is in use` });
    await expect(listen({ host: '203.0.113.1' })).rejects.toMatchObject({
      code: 'EADDRNOTAVAIL',
      message: '203.0.113.1 is not an address of this machine',
    });
    expect(new ListenError('127.0.0.1', 80, Object.assign(new Error(), { code: 'EACCES' })).message).toBe(
      'no permission to listen on port 80',
    );
  });
});

/** Passes on what is written a few bytes at a time. */
function slowly(socket: Socket): Duplex {
  const slow = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, callback) {
      const pieces = [chunk.subarray(0, 3), chunk.subarray(3, 50), chunk.subarray(50)];
      const next = (): void => {
        const piece = pieces.shift();
        if (piece === undefined) callback();
        else socket.write(piece, () => setTimeout(next, 20));
      };
      next();
    },
  });
  socket.on('data', (chunk) => slow.push(chunk));
  socket.on('end', () => slow.push(null));
  return slow;
}
