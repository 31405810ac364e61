import { expect, it } from 'vitest';
import { ownOrigin } from './own-origin.ts';

const loopback = { host: '127.0.0.1', port: 20140 };

it.each([
  ['127.0.0.1:8080', loopback, 'http://127.0.0.1:8080'],
  ['localhost:20140', loopback, 'http://localhost:20140'],
  ['[::1]:20140', loopback, 'http://[::1]:20140'],
  // A name that does not lead to the pages of this server.
  ['ecs.cn-hangzhou.aliyuncs.com', loopback, 'http://127.0.0.1:20140'],
  ['example.com', loopback, 'http://127.0.0.1:20140'],
  ['example.com', { host: '0.0.0.0', port: 1 }, 'http://example.com'],
  // What no URL could be made of.
  ['localhost/"><b>', { host: '0.0.0.0', port: 1 }, 'http://127.0.0.1:1'],
  ['localhost:99999', loopback, 'http://127.0.0.1:20140'],
  ['a b', { host: '::', port: 1 }, 'http://127.0.0.1:1'],
  ['', { host: '::1', port: 1 }, 'http://[::1]:1'],
])('a request to "%s" of a server on %j finds its pages at %s', (host, listening, expected) => {
  expect(ownOrigin({ headers: host === '' ? {} : { host }, secure: false }, listening)).toBe(expected);
});

it('a request over TLS is sent to https', () => {
  expect(ownOrigin({ headers: { host: 'localhost:1' }, secure: true }, loopback)).toBe('https://localhost:1');
});
