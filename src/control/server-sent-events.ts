import { Readable } from 'node:stream';

/** One event of a stream; `data` is written as JSON. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Proxies and browsers give a silent connection up after a minute or so. */
const heartbeatMs = 15_000;
/** A client that leaves more than this unread is cut off: it can connect again. */
const maxUnreadBytes = 8 * 1024 * 1024;

/**
 * The answer of a call with the content type `text/event-stream`.
 * @param subscribe called at once with what sends an event; it answers what ends the subscription
 */
export function eventStream(subscribe: (send: (event: ServerSentEvent) => void) => () => void): Readable {
  let end = (): void => undefined;
  const stream = new Readable({
    read: () => undefined,
    destroy(error, done) {
      end();
      done(error);
    },
  });
  const write = (text: string): void => {
    if (stream.destroyed || stream.readableEnded) return;
    if (stream.readableLength > maxUnreadBytes) stream.destroy();
    else stream.push(text);
  };
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  const unsubscribe = subscribe(({ event, data }) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
  end = () => {
    clearInterval(heartbeat);
    unsubscribe();
  };
  write(': welcome\n\n');
  return stream;
}
