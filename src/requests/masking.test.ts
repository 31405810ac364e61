import { describe, expect, it } from 'vitest';
import { withoutSignedHeaders, withoutSignedValues, withoutUndecodable, withoutValues } from './masking.ts';
import { secretNames } from './secrets.ts';

describe('a text without values', () => {
  it('has a mark for each, and is itself where there is none', () => {
    expect(withoutValues('a user with Pass-1 and Pass-2', ['Pass-1', 'Pass-2'], 100)).toBe('a user with *** and ***');
    expect(withoutValues('Pass-1Pass-1, Pass-', ['Pass-1', 'Pass-1'], 100)).toBe('***, Pass-');
    expect(withoutValues('nothing', [], 100)).toBe('nothing');
    expect(withoutValues('nothing', ['Pass-1'], 100)).toBe('nothing');
    expect(withoutValues('', ['Pass-1'], 100)).toBe('');
  });

  it('shows nothing of a secret that stands at the cut', () => {
    const secret = '0123456789'.repeat(30);
    for (let at = 90; at < 100; at += 1) {
      const text = `${'x'.repeat(at)}${secret}${'y'.repeat(500)}`;
      expect(withoutValues(text, [secret], 100)).toBe(`${'x'.repeat(at)}***... (${text.length} characters)`);
    }
    expect(withoutValues(`${'x'.repeat(100)}${secret}`, [secret], 100)).toBe(`${'x'.repeat(100)}... (400 characters)`);
  });

  it('shows nothing of a secret of which only the beginning is there', () => {
    const secret = `${'0123456789'.repeat(30)}`;
    expect(withoutValues(`"${secret.slice(0, 128)}..." is none`, [secret], 1_000)).toBe('"***..." is none');
  });

  it('shows nothing at all where there are more secrets than any operation takes', () => {
    const secrets = Array.from({ length: 17 }, (_, at) => `Pass-${at}`);
    expect(withoutValues('a text with Pass-16', secrets, 100)).toBe('***');
    expect(withoutValues('a text with Pass-1', [...secrets.slice(0, 16), 'Pass-0'], 100)).toBe('a text with ***');
  });
});

describe('a string to sign', () => {
  it('has no value after the name of a secret, however that is written', () => {
    expect(withoutSignedValues('POST&%2F&A%3D1%26NewPassword%3Dp%252526%2540%26P.1.password%3Dx%26Z%3D2', 1_000)).toBe(
      'POST&%2F&A%3D1%26NewPassword%3D***%26P.1.password%3D***%26Z%3D2',
    );
    expect(withoutSignedValues('A=1&Password=a%26b%3Dc&Z=2', 1_000)).toBe('A=1&Password=***&Z=2');
    expect(withoutSignedValues('A%3D1%26SecurityToken%3Dabc', 1_000)).toBe('A%3D1%26SecurityToken%3D***');
    expect(withoutSignedValues('ClientToken%3Dabc%26PasswordInherit%3Dtrue', 1_000)).toBe(
      'ClientToken%3Dabc%26PasswordInherit%3Dtrue',
    );
  });

  it.each([...secretNames])('has no value of %s', (name) => {
    expect(withoutSignedValues(`A=1&${name}=hidden&B=2`, 100)).toBe(`A=1&${name}=***&B=2`);
    expect(withoutSignedValues(`A%3D1%26${name}%3Dhid%2525den%26B%3D2`, 100)).toBe(`A%3D1%26${name}%3D***%26B%3D2`);
  });

  it('is cut, and has no part of a secret at the cut', () => {
    const text = `A%3D1%26Password%3D${'s'.repeat(500)}`;
    expect(withoutSignedValues(text, 100)).toBe(`A%3D1%26Password%3D***... (${text.length} characters)`);
  });
});

it('a canonical request has no value of a header that proves who calls', () => {
  const request = [
    'POST\n/\nPassword=x&RegionId=r\nAuthorization:Bearer x y\nhost:localhost',
    'x-acs-bearer-token:b=1\nX-Acs-Security-Token:tok en\nx-acs-version:1\n',
    'authorization;host;x-acs-bearer-token;x-acs-security-token;x-acs-version\nhash',
  ].join('\n');
  expect(withoutSignedHeaders(request, 1_000)).toBe(
    [
      'POST\n/\nPassword=***&RegionId=r\nAuthorization:***\nhost:localhost',
      'x-acs-bearer-token:***\nX-Acs-Security-Token:***\nx-acs-version:1\n',
      'authorization;host;x-acs-bearer-token;x-acs-security-token;x-acs-version\nhash',
    ].join('\n'),
  );
});

it('what cannot be decoded is shown unless it is a secret', () => {
  const of = (name: string) => `The parameter "${name}" is not valid: "a%zz" is not percent-encoded UTF-8.`;
  expect(withoutUndecodable(of('RegionId'))).toBe(of('RegionId'));
  expect(withoutUndecodable(of('P.1.Password'))).toBe('The parameter "P.1.Password" is not valid: "***"');
  expect(withoutUndecodable('Another message.')).toBe('Another message.');
});
