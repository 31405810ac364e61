import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTimestamp, parseTimestamp } from './timestamp.ts';

describe('parseTimestamp', () => {
  it('reads seconds, and milliseconds where a client sends them', () => {
    expect(parseTimestamp('1970-01-01T00:00:00Z')).toBe(0);
    expect(parseTimestamp('2026-11-24T21:23:16.784Z')).toBe(Date.parse('2026-11-24T21:23:16.784Z'));
    expect(parseTimestamp('2026-11-24T21:23:16.7Z')).toBe(Date.parse('2026-11-24T21:23:16.700Z'));
    expect(parseTimestamp('0000-01-01T00:00:00Z')).toBe(Date.parse('0000-01-01T00:00:00Z'));
    expect(parseTimestamp('2024-02-29T23:59:59Z')).toBe(Date.parse('2024-02-29T23:59:59Z'));
  });

  it('reads every time back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }),
        (date) => {
          expect(parseTimestamp(date.toISOString())).toBe(date.getTime());
        },
      ),
    );
  });

  it.each([
    '',
    '2024-01-02',
    '2024-01-02 03:04:05Z',
    '2024-01-02T03:04:05',
    '2024-01-02T03:04:05+00:00',
    '2024-1-2T03:04:05Z',
    '2024-00-02T03:04:05Z',
    '2024-13-02T03:04:05Z',
    '2024-01-00T03:04:05Z',
    '2024-01-32T03:04:05Z',
    '2023-02-29T03:04:05Z',
    '1900-02-29T03:04:05Z',
    '2024-04-31T03:04:05Z',
    '2024-01-02T24:00:00Z',
    '2024-01-02T03:60:05Z',
    '2024-01-02T03:04:60Z',
    '2024-01-02T03:04:05.Z',
    ' 2024-01-02T03:04:05Z',
    '2024-01-02T03:04:05Z\n',
    '1704164645',
  ])('does not read %j', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });
});

describe('checkTimestamp', () => {
  const timestamp = '2024-01-02T03:04:05Z';
  const atMs = Date.parse(timestamp);
  const windowMs = 15 * 60_000;

  it('lets 15 minutes pass either way, and not a millisecond more', () => {
    expect(checkTimestamp(timestamp, atMs)).toBe(true);
    expect(checkTimestamp(timestamp, atMs + windowMs)).toBe(true);
    expect(checkTimestamp(timestamp, atMs - windowMs)).toBe(true);
    for (const nowMs of [atMs + windowMs + 1, atMs - windowMs - 1]) {
      expect(checkTimestamp(timestamp, nowMs)).toMatchObject({ code: 'InvalidTimeStamp.Expired', status: 400 });
    }
  });

  it('says what time it is here', () => {
    expect(checkTimestamp(timestamp, Date.parse('2026-01-01T00:00:00Z'))).toMatchObject({
      message:
        'The timestamp "2024-01-02T03:04:05Z" is more than 15 minutes away from the time of the server, 2026-01-01T00:00:00.000Z.',
    });
  });

  it('can do without the window, but not without the form', () => {
    const nowMs = Date.parse('2030-01-01T00:00:00Z');
    expect(checkTimestamp(timestamp, nowMs, Number.POSITIVE_INFINITY)).toBe(true);
    expect(checkTimestamp('yesterday', nowMs, Number.POSITIVE_INFINITY)).toMatchObject({
      code: 'InvalidTimeStamp.Format',
      status: 400,
      message: 'The timestamp "yesterday" is not valid. Use UTC in the form YYYY-MM-DDThh:mm:ssZ.',
    });
  });
});
