import { describe, expect, it } from 'vitest';
import { refuse, shown } from './refusals.ts';

describe('refuse', () => {
  it('words a wrong signature exactly as clients take it apart', () => {
    const prefix = 'Specified signature is not matched with our calculation. server string to sign is:';
    const stringToSign = 'GET&%2F&A%3D$1{x}';
    const refusal = refuse('SignatureDoesNotMatch', { stringToSign });
    expect(refusal).toMatchObject({ code: 'SignatureDoesNotMatch', status: 400 });
    expect(refusal.message.slice(prefix.length)).toBe(stringToSign);
    expect(refusal.message.startsWith(prefix)).toBe(true);
  });

  it('tells an unknown action from one that is not implemented, and only the unknown one is a 404', () => {
    const values = { action: 'DescribeThings', version: '2014-05-26' };
    expect(refuse('InvalidAction.NotFound', values)).toMatchObject({ code: 'InvalidAction.NotFound', status: 404 });
    const known = refuse('InvalidAction.NotImplemented', values);
    expect(known).toMatchObject({ code: 'InvalidAction.NotImplemented', status: 400 });
    // Terraform takes a message with this text for a resource that is gone.
    expect(known.message).not.toContain('NotFound');
    expect(known.message).toContain('DescribeThings');
  });

  it('gives several causes one code', () => {
    const refusals = [
      refuse('NotANumber', { name: 'PageSize', value: 'ten' }),
      refuse('NotABoolean', { name: 'DryRun', value: 'ten' }),
      refuse('TooManyParameters', { limit: 5 }),
    ];
    expect(refusals.map(({ code }) => code)).toEqual(['InvalidParameter', 'InvalidParameter', 'InvalidParameter']);
    expect(refusals[0]?.message).toBe(
      'The parameter "PageSize" is not valid: its value "ten" is not a decimal number.',
    );
  });

  it('keeps the documented misspelling', () => {
    expect(refuse('UnsupportedSignature', { name: 'SignatureMethod', value: 'x', supported: 'y' }).code).toBe(
      'InvalidParamater',
    );
  });
});

describe('shown', () => {
  it('shows short texts whole and only the beginning of long ones', () => {
    expect(shown('eni-1')).toBe('eni-1');
    expect(shown('x'.repeat(128))).toBe('x'.repeat(128));
    expect(shown('x'.repeat(1_000_000))).toBe(`${'x'.repeat(128)}...`);
  });

  it('leaves no half of a character at the cut', () => {
    expect(shown('😀'.repeat(65))).toBe(`${'😀'.repeat(64)}...`);
    expect(shown(`x${'😀'.repeat(65)}`)).toBe(`x${'😀'.repeat(63)}...`);
  });
});
