import http from 'node:http';
import net from 'node:net';
import { describe, expect, it } from 'vitest';
import type { HttpHandler } from '../http-message.ts';
import { connect, echo, listen, send, sleep } from './listener.fixture.ts';

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: h\r\n${more}\r\n`;
const gets = (count: number) => Array.from({ length: count }, (_, n) => get(`/${n}`)).join('');
const pathsIn = (text: string) => [...text.matchAll(/"path":"\/(\d+)"/g)].map(([, n]) => Number(n));
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

/** Counts what is under way, and answers what the request was. */
function counting(handle: HttpHandler = echo) {
  const seen = { begun: 0, underWay: 0, most: 0 };
  const counted: HttpHandler = async (request) => {
    seen.begun += 1;
    seen.underWay += 1;
    seen.most = Math.max(seen.most, seen.underWay);
    const answer = await handle(request);
    seen.underWay -= 1;
    return answer;
  };
  return { seen, handle: counted };
}

/** A client that sends all of it and reads nothing. */
function sendOnly(port: number, text: string): net.Socket {
  const socket = net.connect({ port, host: '127.0.0.1' });
  socket.pause();
  socket.on('error', () => {});
  socket.write(text);
  return socket;
}

describe('a client that sends requests before it has the answers', { timeout: 60_000 }, () => {
  it('gets all of them in order, and one is under way at a time', async () => {
    const { seen, handle } = counting(async (request) => {
      await sleep(request.path.endsWith('7') ? 10 : 0);
      return echo(request);
    });
    const { port } = await listen({ handle });
    const { received } = connect(port, gets(100) + get('/100', 'Connection: close\r\n'));
    expect(pathsIn(await received)).toEqual(upTo(101));
    expect(seen).toEqual({ begun: 101, underWay: 0, most: 1 });
  });

  it('gets all of many, though they come in many pieces', async () => {
    const { seen, handle } = counting();
    const { port } = await listen({ handle });
    const count = 3_000;
    const { socket, received } = connect(port);
    for (let n = 0; n < count; n += 1) socket.write(get(`/${n}`));
    socket.write(get(`/${count}`, 'Connection: close\r\n'));
    expect(pathsIn(await received)).toEqual(upTo(count + 1));
    expect(seen.most).toBe(1);
  });

  it('has no more of them read while the first is under way than came with it', async () => {
    let release: () => void = () => {};
    const first = new Promise<void>((resolve) => (release = resolve));
    const { seen, handle } = counting(async () => {
      await first;
      return { status: 200, headers: {}, body: '' };
    });
    const { port } = await listen({ handle });
    const padding = `A: ${'a'.repeat(8_000)}\r\n`;
    const { socket, received } = connect(port, get('/', padding).repeat(8_000));
    socket.write(get('/', 'Connection: close\r\n'));
    // Far more than the buffers of the system hold, and time enough to read it.
    await sleep(2_000);
    expect(socket.writableLength).toBeGreaterThan(0);
    release();
    expect((await received).match(/HTTP\/1.1 200 OK/g)).toHaveLength(8_001);
    expect(seen).toEqual({ begun: 8_001, underWay: 0, most: 1 });
  });

  it('gets them when they have bodies, of whatever size', async () => {
    const { port } = await listen();
    const bodies = [10, 0, 300_000, 1, 70_000, 5].map((length) => 'b'.repeat(length));
    const posts = bodies.map((body) => `POST / HTTP/1.1\r\nHost: h\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    const { received } = connect(port, posts.join('') + get('/', 'Connection: close\r\n'));
    const lengths = [...(await received).matchAll(/"body":"(b*)"/g)].map(([, body]) => body?.length);
    expect(lengths).toEqual([...bodies.map((body) => body.length), 0]);
  });

  it('gets those before one that is refused, and none after it', async () => {
    const { seen, handle } = counting();
    const { port } = await listen({ handle });
    const text = await connect(port, `${gets(20)}GET /20 HTTP/1.1\r\n\r\n${gets(20)}`).received;
    expect(pathsIn(text)).toEqual(upTo(20));
    expect(text.endsWith('{"Code":"bad-request"}')).toBe(true);
    expect(seen.begun).toBe(20);
  });

  it('has none carried out after the one that it called the last', async () => {
    const { seen, handle } = counting();
    const { port } = await listen({ handle });
    const text = await connect(port, get('/0', 'Connection: close\r\n') + gets(5)).received;
    expect(pathsIn(text)).toEqual([0]);
    expect(seen.begun).toBe(1);
  });

  it('gets them when it ends its side at once', async () => {
    const { port } = await listen();
    const { socket, received } = connect(port, gets(50));
    socket.end();
    await expect.poll(() => socket.bytesRead).toBeGreaterThan(0);
    expect(pathsIn(await received)).toEqual(upTo(50));
  });
});

describe('a client that does not read', { timeout: 60_000 }, () => {
  const answer = { status: 200, headers: {}, body: 'a'.repeat(20e6) };

  it('has one answer made, however many it asks for, and is cut off', async () => {
    const { seen, handle } = counting(async () => answer);
    const { port } = await listen({ handle, limits: { requestTimeoutMs: 300 } });
    const socket = sendOnly(port, gets(2_000));
    await sleep(100);
    socket.write(gets(2_000));
    // The server's end is seen by what is sent to it: reading would be progress.
    const timer = setInterval(() => socket.write('GET'), 50);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(timer);
    expect(seen).toEqual({ begun: 1, underWay: 0, most: 1 });
    expect((await send(port)).status).toBe(200);
  });

  it('is cut off, though it goes on sending', async () => {
    const limits = { requestTimeoutMs: 600, headersTimeoutMs: 200 };
    const { port } = await listen({ handle: async () => answer, limits });
    const socket = sendOnly(port, `${get('/')}GET / HTTP/1.1\r\nA: `);
    const timer = setInterval(() => socket.write('a'), 50);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(timer);
  });

  it('is not one that reads slowly', async () => {
    const body = 'a'.repeat(40e6);
    const handle: HttpHandler = async () => ({ ...answer, body });
    const { port } = await listen({ handle, limits: { requestTimeoutMs: 2_000 } });
    const socket = sendOnly(port, get('/', 'Connection: close\r\n'));
    let length = 0;
    let enough = 0;
    socket.on('data', (chunk) => {
      length += chunk.length;
      if (length > enough) socket.pause();
    });
    // 20 times, for longer than two such timeouts.
    const timer = setInterval(() => {
      enough += 2e6;
      socket.resume();
    }, 250);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(timer);
    expect(length).toBeGreaterThan(40e6);
  });

  it('is not one whose answers are made slowly, after one that it was slow to take', async () => {
    const handle: HttpHandler = async (request) => {
      if (request.path === '/0') return answer;
      await sleep(2_500);
      return echo(request);
    };
    const { port } = await listen({ handle, limits: { requestTimeoutMs: 1_000, keepAliveTimeoutMs: 60_000 } });
    const pipelined = connect(port, get('/0') + get('/1', 'Connection: close\r\n'));
    expect(pathsIn(await pipelined.received)).toEqual([1]);
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    await send(port, { agent, path: '/0' });
    const { body, reusedSocket } = await send(port, { agent, path: '/1' });
    agent.destroy();
    expect([pathsIn(body), reusedSocket]).toEqual([[1], true]);
  });
});
