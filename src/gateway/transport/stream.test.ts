import { once } from 'node:events';
import http from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { HttpBody, HttpResponse } from '../http-message.ts';
import { connect, listen, send } from './listener.fixture.ts';

const headers = { 'content-type': 'text/plain' };
const answering = (answer: Partial<HttpResponse<HttpBody>>) => ({
  handle: async (): Promise<HttpResponse<HttpBody>> => ({ status: 200, headers, body: '', ...answer }),
});

/** A stream that says one thing and does not end. */
function endlessStream(): Readable {
  const stream = new Readable({ read: () => undefined });
  stream.push('first');
  return stream;
}

/** The response of a request, once its first piece is there. */
async function begin(port: number): Promise<http.IncomingMessage> {
  const request = http.get({ port, host: '127.0.0.1', agent: false });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  await once(response, 'data');
  return response;
}

describe('an answer', () => {
  it('of bytes comes with its length', async () => {
    const bytes = Uint8Array.from([0, 255, 10]);
    const { port } = await listen(answering({ body: bytes }));
    const { headers: answered, body } = await send(port);
    expect(answered['content-length']).toBe('3');
    expect(Buffer.from(body, 'utf8')).toEqual(Buffer.from(Buffer.from(bytes).toString('utf8')));
  });

  it('of a stream comes piece by piece, and the connection is good for the next request', async () => {
    const { port } = await listen({
      handle: async () => ({ status: 200, headers, body: Readable.from(['one ', 'two']) }),
    });
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const answers = [await send(port, { agent }), await send(port, { agent })];
    agent.destroy();
    expect(answers.map(({ body }) => body)).toEqual(['one two', 'one two']);
    expect(answers[0]?.headers['transfer-encoding']).toBe('chunked');
    expect(answers[1]?.reusedSocket).toBe(true);
  });

  it('of a stream has no body when only its head is asked for', async () => {
    const stream = endlessStream();
    const { port } = await listen(answering({ body: stream }));
    expect(await send(port, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(stream.destroyed).toBe(true);
  });

  it('of a stream that breaks breaks the connection, so that a part is not taken for the whole', async () => {
    const broken = Readable.from(
      (async function* () {
        yield 'some';
        throw new Error('broken');
      })(),
    );
    const { port } = await listen(answering({ body: broken }));
    await expect(send(port)).rejects.toThrow('aborted');
  });

  it.each([
    ['breaks the connection off', (socket: Socket) => socket.resetAndDestroy()],
    // Which says only that it sends no more: it is noticed by what is sent to it.
    ['ends the connection', (socket: Socket) => socket.destroy()],
  ])('of a stream ends when its client %s', async (_, leave) => {
    const stream = endlessStream();
    const { port } = await listen(answering({ body: stream, endless: true }));
    const { socket } = connect(port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    leave(socket);
    const timer = setInterval(() => stream.push('more'), 10);
    await new Promise((resolve) => stream.once('close', resolve));
    clearInterval(timer);
    expect(stream.destroyed).toBe(true);
  });

  it('without an end does not hold up a server that stops', async () => {
    const stream = endlessStream();
    const listener = await listen(answering({ body: stream, endless: true }));
    const response = await begin(listener.port);
    const lost = once(response, 'error');
    // Far longer than a test may take: the stream has to be ended, not waited for.
    await listener.close(1_000_000);
    await lost;
    expect(stream.destroyed).toBe(true);
  });

  it('with an end is waited for by a server that stops', async () => {
    const stream = endlessStream();
    const listener = await listen(answering({ body: stream }));
    const response = await begin(listener.port);
    const closed = listener.close(1_000_000);
    stream.push(' and last');
    stream.push(null);
    const [rest] = await once(response, 'data');
    expect(String(rest)).toBe(' and last');
    await closed;
  });
});
