import { expect, it } from 'vitest';
import { eventStream } from '../../src/control/server-sent-events.ts';

it('an event is written with its name and its data as JSON, until the stream is destroyed', async () => {
  let send: ((event: { event: string; data: unknown }) => void) | undefined;
  let isSubscribed = false;
  const stream = eventStream((sending) => {
    send = sending;
    isSubscribed = true;
    return () => {
      isSubscribed = false;
    };
  });
  send!({ event: 'request', data: { text: 'two\nlines' } });
  expect(String(stream.read())).toBe(': welcome\n\nevent: request\ndata: {"text":"two\\nlines"}\n\n');
  const closed = new Promise((resolve) => stream.once('close', resolve));
  stream.destroy();
  await closed;
  expect(isSubscribed).toBe(false);
  expect(() => send!({ event: 'late', data: 1 })).not.toThrow();
});

it('a client that reads nothing is cut off before it costs much memory', () => {
  let send: ((event: { event: string; data: unknown }) => void) | undefined;
  const stream = eventStream((sending) => {
    send = sending;
    return () => undefined;
  });
  const data = 'x'.repeat(1024 * 1024);
  for (let count = 0; count < 20; count += 1) send!({ event: 'big', data });
  expect(stream.destroyed).toBe(true);
});
