import { describe, expect, it } from 'vitest';
import { maskedDatabaseUrl } from './database-url.ts';

describe('a database URL', () => {
  it.each([
    ['postgres://a:PW@host/db?schema=x', 'postgres://a:***@host/db?schema=x'],
    ['postgres://a@host/db', 'postgres://a:***@host/db'],
    ['postgres://host/db', 'postgres://host/db'],
    ['postgres:///db?host=/run/postgresql&user=me', 'postgres:///db?host=/run/postgresql&user=me'],
    ['postgres://a:PW@[::1]:5432/db', 'postgres://a:***@[::1]:5432/db'],
    ['postgres://a:PW@PW@host/db', 'postgres://a:***@host/db'],
    ['postgres://a:12/PW@host/db', 'postgres://a:***@host/db'],
    ['postgres://a:12?PW@host/db', 'postgres://a:***@host/db'],
    ['postgres://a:12#PW@host/db', 'postgres://a:***@host/db'],
    ['postgres://a:PW/PW@host/db', '***'],
    ['postgres://:PW@host/db', 'postgres://***@host/db'],
    ['postgres://host:1/db?user=u&password=PW', 'postgres://host:1/db?user=u&password=***'],
    ['postgres://host/db?PassWord=PW&schema=x', 'postgres://host/db?PassWord=***&schema=x'],
    ['postgres://host/db?sslpassword=PW', 'postgres://host/db?sslpassword=***'],
    ['postgres://host/db?p%61ssword=PW', 'postgres://host/db?p%61ssword=***'],
    ['postgres://host/db?password=PW&PW', 'postgres://host/db?password=***&***'],
    ['postgres://host/db?password=PW=PW', 'postgres://host/db?password=***'],
    ['postgres://host/db?password=PW#PW', 'postgres://host/db?password=***#***'],
    ['postgres://host/db?password=PW@b', 'postgres://***@b'],
    ['mysql://a:PW@host/db', 'mysql://a:***@host/db'],
    ['PW', '***'],
    ['postgres//a:PW@host/db', '***'],
  ])('%s is shown as %s', (url, shown) => {
    expect(maskedDatabaseUrl(url)).toBe(shown);
    expect(shown).not.toContain('PW');
  });
});
