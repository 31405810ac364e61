import http from 'node:http';
import { describe, expect, it } from 'vitest';
import { connect, listen, send } from './listener.fixture.ts';

describe('a request as the handler gets it', () => {
  it('has method, path, raw query, headers and the client address', async () => {
    const { port } = await listen();
    const answer = await send(port, { path: '/a/b?Action=X&Name=%E4%BD%A0?', headers: { 'X-Acs-Action': 'X' } });
    const seen = JSON.parse(answer.body);
    expect(seen).toMatchObject({
      method: 'GET',
      path: '/a/b',
      query: 'Action=X&Name=%E4%BD%A0?',
      body: '',
      secure: false,
      remoteAddress: '127.0.0.1',
    });
    expect(seen.headers).toMatchObject({ host: `127.0.0.1:${port}`, 'x-acs-action': 'X' });
  });

  it('has the address of an IPv4 client as such when the socket listens on IPv6', async () => {
    const { port } = await listen({ host: '::' });
    expect(JSON.parse((await send(port)).body).remoteAddress).toBe('127.0.0.1');
  });

  it.each([
    ['with its length', { 'Content-Length': '11' }],
    ['in chunks', { 'Transfer-Encoding': 'chunked' }],
  ])('has the body sent %s', async (_, headers) => {
    const { port } = await listen();
    const answer = await send(port, { method: 'POST', headers }, (request) => {
      request.write('Action');
      setTimeout(() => request.end('=Desc'), 20);
    });
    expect(JSON.parse(answer.body).body).toBe('Action=Desc');
  });

  it('has the body of a GET too', async () => {
    const { port } = await listen();
    const headers = { 'Content-Length': '3' };
    expect(JSON.parse((await send(port, { headers }, (request) => request.end('a=b'))).body).body).toBe('a=b');
  });

  it('comes without waiting when the body is announced as empty', async () => {
    const { port } = await listen();
    const answer = await send(port, { method: 'POST', headers: { 'Content-Length': '0' } });
    expect(JSON.parse(answer.body)).toMatchObject({ method: 'POST', body: '' });
  });

  it('has the path of a request that was meant for a proxy', async () => {
    const { port } = await listen();
    for (const target of ['http://ecs.aliyuncs.com/?Action=X', 'http://ecs.aliyuncs.com?Action=X']) {
      const { received } = connect(port, `GET ${target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`);
      expect(await received).toContain('"path":"/","query":"Action=X"');
    }
  });

  it('has only text for headers, set-cookie included', async () => {
    const { port } = await listen();
    const { received } = connect(
      port,
      'GET / HTTP/1.1\r\nHost: h\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nConnection: close\r\n\r\n',
    );
    expect(await received).toContain('"set-cookie":"a=1, b=2"');
  });

  it('is answered 100 Continue first when the client asks for it', async () => {
    const { port } = await listen();
    let continued = false;
    const answer = await send(port, { method: 'POST', headers: { Expect: '100-continue' } }, (request) => {
      request.flushHeaders();
      request.on('continue', () => {
        continued = true;
        request.end('a=b');
      });
    });
    expect(continued).toBe(true);
    expect(JSON.parse(answer.body).body).toBe('a=b');
  });
});

describe('an answer', () => {
  it('has its exact length in bytes and keeps the connection', async () => {
    const { port } = await listen({ handle: async () => ({ status: 404, headers: { 'X-A': 'b' }, body: '网卡' }) });
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const first = await send(port, { agent });
    const second = await send(port, { agent });
    agent.destroy();
    expect(first).toMatchObject({ status: 404, body: '网卡', reusedSocket: false });
    expect(first.headers).toMatchObject({ 'content-length': '6', 'x-a': 'b', connection: 'keep-alive' });
    expect(first.headers['keep-alive']).toBe('timeout=75');
    expect(first.headers.date).toBeDefined();
    expect(second.reusedSocket).toBe(true);
  });

  it('to HEAD has the length and no body', async () => {
    const { port } = await listen({ handle: async () => ({ status: 200, headers: {}, body: 'four' }) });
    expect(await send(port, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect((await send(port, { method: 'HEAD' })).headers['content-length']).toBe('4');
  });

  it('without content has no length', async () => {
    const { port } = await listen({ handle: async () => ({ status: 204, headers: {}, body: '' }) });
    expect((await send(port)).headers['content-length']).toBeUndefined();
  });

  it('follows the order of pipelined requests', async () => {
    const { port } = await listen({
      handle: async ({ path }) => {
        if (path === '/slow') await new Promise((resolve) => setTimeout(resolve, 50));
        return { status: 200, headers: {}, body: `<${path}>` };
      },
    });
    const { received } = connect(
      port,
      'GET /slow HTTP/1.1\r\nHost: h\r\n\r\nGET /fast HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
    );
    const text = await received;
    expect(text.indexOf('</slow>')).toBeGreaterThan(0);
    expect(text.indexOf('</fast>')).toBeGreaterThan(text.indexOf('</slow>'));
  });

  it('reaches a client that has ended its side of the connection', async () => {
    const { port } = await listen({
      handle: async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return { status: 200, headers: {}, body: 'late' };
      },
    });
    const { socket, received } = connect(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    socket.end();
    expect(await received).toContain('late');
  });
});
