import http from 'node:http';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { readAnswer } from '../answer.ts';
import type { Target } from '../target.ts';
import { type Text, written } from '../text.ts';

/** What one connection sends: bytes as Latin-1, in some pieces, and how it ends. */
export interface Conversation {
  readonly parts: readonly Text[];
  /** Where the whole is cut into pieces that are sent one after another. */
  readonly cuts: readonly number[];
  readonly end: 'half-close' | 'reset' | 'wait';
}

const call = 'Action=DescribeRegions&Version=2014-05-26&Format=JSON';
const requestLine = fc.constantFrom<Text>(
  ...[
    'GET / HTTP/1.1',
    `GET /?${call} HTTP/1.1`,
    'POST / HTTP/1.1',
    'GET / HTTP/1.0',
    'GET / HTTP/2.0',
    'GET /',
    'get / http/1.1',
  ],
  ...[
    'PRI * HTTP/2.0',
    'OPTIONS * HTTP/1.1',
    'CONNECT x:1 HTTP/1.1',
    'TRACE /_localyun/health HTTP/1.1',
    'GET http://x/?a HTTP/1.1',
  ],
  ...[
    'GET /\0 HTTP/1.1',
    'GET /\xff HTTP/1.1',
    'GET //_localyun HTTP/1.1',
    'GET /_localyun/%00 HTTP/1.1',
    'GET ? HTTP/1.1',
    'GET  / HTTP/1.1',
  ],
  ...[
    'POST /_localyun/seed HTTP/1.1',
    'PATCH /_localyun/network-interfaces/%ff HTTP/1.1',
    'M-SEARCH * HTTP/1.1',
    'POST /?%zz HTTP/1.1',
    '',
  ],
  { before: 'GET /', unit: 'a', times: 70_000, after: ' HTTP/1.1' },
);
const headerLine = fc.constantFrom<Text>(
  ...[
    'Host: x',
    'Host: localhost',
    'Host: localhost',
    'Host:',
    'Content-Length: 5',
    'Content-Length: 53',
    'Content-Length: -1',
    'Content-Length: 1e9',
  ],
  ...[
    'Content-Length: 99999999999',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip, chunked',
    'Transfer-Encoding: x',
    'Expect: 100-continue',
    'Expect: x',
  ],
  ...[
    'Upgrade: h2c',
    'Connection: Upgrade',
    'Connection: close',
    'Connection: keep-alive',
    'Content-Type: application/x-www-form-urlencoded',
    'X: \0',
    ' folded',
    ': y',
  ],
  ...[
    'no colon',
    'Set-Cookie: a',
    'Set-Cookie: b',
    'Origin: http://evil',
    'Authorization: ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=b',
    'Accept: \xff',
    'Trailer: x',
  ],
  { before: 'X: ', unit: 'a', times: 70_000, after: '' },
  { before: 'X: y', unit: '\r\nX: y', times: 3_000, after: '' },
);
const body = fc.constantFrom<Text>(
  ...[
    '',
    'hello',
    call,
    '5\r\nhello\r\n0\r\n\r\n',
    'FFFFFFFFFFFFFFFF\r\n',
    '5;ext=1\r\nhello\r\n0\r\nTrailer: x\r\n\r\n',
    '-1\r\n',
    '0\r\n\r\n',
    '{}',
    '\r\n\r\n',
    '%zz',
    '\0',
  ],
  { before: '1;', unit: 'x', times: 20_000, after: '\r\na\r\n0\r\n\r\n' },
);
const requestParts = fc
  .tuple(requestLine, fc.array(headerLine, { maxLength: 4 }), fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', '\r'), body)
  .map(([line, headers, newline, content]): readonly Text[] => [
    line,
    newline,
    ...headers.flatMap((one) => [one, newline]),
    newline,
    content,
  ]);
const noRequest = fc.oneof(
  fc.constantFrom<Text>(
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    '\x16',
    '\x16\x03\x01\xff\xff',
    '\x80\x2e\x01',
    'SSH-2.0-x\r\n',
    '\r\n\r\n',
    '\0',
    '\x16GET / HTTP/1.1\r\n\r\n',
  ),
  fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 30 }),
);

const noNames: ReadonlyMap<string, string> = new Map();
/** Within which a connection whose client has said all has to be answered and closed, in milliseconds. */
const closesWithinMs = 10_000;

/** Bytes on the port: what is no HTTP, nearly is, comes in pieces, several at once, or not to its end. */
export function socketsTarget(port: number): Target<Conversation> {
  return {
    name: 'sockets',
    inputs: fc.record({
      parts: fc
        .array(
          fc.oneof(
            { weight: 6, arbitrary: requestParts },
            { weight: 1, arbitrary: noRequest.map((one): readonly Text[] => [one]) },
          ),
          { minLength: 1, maxLength: 3 },
        )
        .map((all) => all.flat()),
      cuts: fc.array(fc.nat(200), { maxLength: 3 }),
      end: fc.constantFrom('half-close' as const, 'half-close' as const, 'reset' as const, 'wait' as const),
    }),
    async check({ parts, cuts, end }) {
      const bytes = parts.map((part) => written(part, noNames)).join('');
      // A handshake that is not ended is waited for, up to a time of its own, and answered in TLS.
      const isTls = bytes.startsWith('\x16');
      const got = await converse(port, bytes, cuts, isTls ? 'wait' : end);
      if (isTls) return stillServes(port);
      // Answers to HEAD have a length and no body; none is asked for here.
      for (const answer of answersIn(got, end === 'half-close')) readOne(answer, bytes);
      await stillServes(port);
    },
  };
}

async function converse(
  port: number,
  bytes: string,
  cuts: readonly number[],
  end: Conversation['end'],
): Promise<string> {
  const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let got = '';
  socket.setEncoding('latin1').on('data', (chunk) => (got += chunk));
  // A server that has answered and closes may well refuse the rest.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('end', () => socket.end());
  let from = 0;
  for (const cut of [...cuts].sort((one, other) => one - other)) {
    socket.write(bytes.slice(from, cut), 'latin1');
    from = Math.max(from, cut);
    await sleep(1);
  }
  if (end === 'half-close') socket.end(bytes.slice(from), 'latin1');
  else socket.write(bytes.slice(from), 'latin1');
  if (end !== 'half-close') {
    await sleep(end === 'reset' ? 1 : 20);
    socket.resetAndDestroy();
  }
  const late = sleep(closesWithinMs).then(() => 'late' as const);
  if ((await Promise.race([closed, late])) === 'late') {
    socket.destroy();
    throw new Error('is not closed after its client has ended');
  }
  return got;
}

interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** @param whole whether the last answer has to be there to its end */
function answersIn(text: string, whole: boolean): readonly RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = text; rest !== ''; ) {
    const headEnd = rest.indexOf('\r\n\r\n');
    if (headEnd < 0) {
      if (whole) throw new Error(`sends what is no answer: ${JSON.stringify(rest.slice(0, 200))}`);
      return answers;
    }
    const [statusLine = '', ...lines] = rest.slice(0, headEnd).split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
    if (Number.isNaN(status)) throw new Error(`sends what is no answer: ${JSON.stringify(statusLine)}`);
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    rest = rest.slice(headEnd + 4);
    if (status === 100) continue;
    const length = Number(headers['content-length']);
    const body = rest.slice(0, length);
    if (body.length < length) {
      if (whole) throw new Error(`ends in the middle of an answer ${status}`);
      return answers;
    }
    rest = rest.slice(length);
    answers.push({ status, headers, body: Buffer.from(body, 'latin1').toString() });
  }
  return answers;
}

function readOne(answer: RawAnswer, sent: string): void {
  if (answer.status > 499) throw new Error(`answers ${answer.status}: ${answer.body}`);
  if (answer.headers['x-acs-request-id'] === undefined) JSON.parse(answer.body);
  else readAnswer(answer, sent);
}

function stillServes(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      { port, host: '127.0.0.1', path: '/_localyun/health', agent: false, timeout: closesWithinMs },
      (response) => {
        response
          .resume()
          .on('end', () =>
            response.statusCode === 200 ? resolve() : reject(new Error(`answers ${response.statusCode} from then on`)),
          );
      },
    );
    request.on('timeout', () => request.destroy(new Error('answers nobody from then on')));
    request.on('error', reject);
  });
}
