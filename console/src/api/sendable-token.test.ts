import { expect, it } from 'vitest';
import { isSendableToken } from './sendable-token.ts';

it.each(['', 'sesame', 'a b', 'Gänseblümchen'])('a header carries the token %j', (token) => {
  expect(isSendableToken(token)).toBe(true);
});

it.each(['пароль', 'ключ-1', 'a\nb', '密'])('no header carries the token %j', (token) => {
  expect(isSendableToken(token)).toBe(false);
});
