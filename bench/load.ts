import net from 'node:net';

/** What a run of requests came to. */
export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers whose status was not 200. */
  readonly failures: number;
  readonly bodies: readonly string[];
}

/**
 * Sends ready-made requests over a number of keep-alive connections, each waiting for its answer before the next, and
 * times them. Everything that costs the client time is done beforehand, so that the server is what is measured.
 */
export async function load(
  port: number,
  requests: readonly Buffer[],
  connections: number,
  keepBodies = false,
): Promise<LoadResult> {
  const latenciesMs = new Float64Array(requests.length);
  const bodies: string[] = [];
  let next = 0;
  let failures = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: connections }, () => {
      return new Promise<void>((resolve, reject) => {
        const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
        let current = -1;
        let sentAt = 0;
        let received: Buffer = Buffer.alloc(0);
        const sendNext = () => {
          current = next++;
          const request = requests[current];
          if (request === undefined) {
            socket.end();
            resolve();
            return;
          }
          sentAt = performance.now();
          socket.write(request);
        };
        socket.on('connect', sendNext);
        socket.on('error', reject);
        socket.on('data', (chunk) => {
          received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
          const headEnd = received.indexOf('\r\n\r\n');
          if (headEnd < 0) return;
          const head = received.toString('latin1', 0, headEnd);
          const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
          if (received.length < headEnd + 4 + length) return;
          latenciesMs[current] = performance.now() - sentAt;
          if (!head.startsWith('HTTP/1.1 200')) {
            failures += 1;
            if (failures === 1) process.stderr.write(`first failure: ${received.toString('utf8', headEnd + 4)}\n`);
          }
          if (keepBodies) bodies[current] = received.toString('utf8', headEnd + 4, headEnd + 4 + length);
          received = Buffer.alloc(0);
          sendNext();
        });
      });
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  latenciesMs.sort();
  const at = (share: number) =>
    latenciesMs[Math.min(latenciesMs.length - 1, Math.floor(latenciesMs.length * share))] ?? 0;
  return { requestsPerSecond: requests.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), failures, bodies };
}
