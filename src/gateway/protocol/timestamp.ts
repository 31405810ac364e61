import type { Refusal } from '../../operation/refusal.ts';
import { refuse, shown } from './refusals.ts';

/** How far the timestamp of a request may be away from the time of the server, either way. */
export const defaultTimestampWindowMs = 15 * 60_000;

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,3})?Z$/;

/**
 * Reads `YYYY-MM-DDThh:mm:ssZ`, with milliseconds or without.
 *
 * @returns milliseconds since 1970, or `undefined` when the text has another form or names no real time
 */
export function parseTimestamp(text: string): number | undefined {
  const parts = form.exec(text);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return Date.parse(text);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

let last: { readonly text: string; readonly timeMs: number | undefined } = { text: '', timeMs: undefined };

/**
 * Checks the timestamp of a request against the time of the server.
 *
 * @param windowMs the permitted difference; `Infinity` checks the form only
 * @returns `true`, `InvalidTimeStamp.Format` or `InvalidTimeStamp.Expired`
 */
export function checkTimestamp(
  timestamp: string,
  nowMs: number,
  windowMs: number = defaultTimestampWindowMs,
): true | Refusal {
  // The requests of one second mostly have one timestamp: 1 us of each.
  if (timestamp !== last.text) last = { text: timestamp, timeMs: parseTimestamp(timestamp) };
  const timestampMs = last.timeMs;
  if (timestampMs === undefined) return refuse('InvalidTimeStamp.Format', { timestamp: shown(timestamp) });
  if (Math.abs(nowMs - timestampMs) <= windowMs) return true;
  return refuse('InvalidTimeStamp.Expired', {
    timestamp,
    windowMinutes: windowMs / 60_000,
    now: new Date(nowMs).toISOString(),
  });
}
