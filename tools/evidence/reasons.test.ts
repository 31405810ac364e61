import { expect, it } from 'vitest';
import type { CodeEvidence, CodeVerdict } from './codes.ts';
import { type Reason, reasonOf, reasonsFor, unusedReasons } from './reasons.ts';

const reasons: readonly Reason[] = [
  { reason: 'cannot occur: a defect', unreachable: true, codes: ['Broken'] },
  { reason: 'not there yet: no moon', operations: ['DeleteThing'], codes: ['Moon.*'] },
  { reason: 'cannot occur: no sky', codes: ['Moon.Full', 'Sun'] },
];

const row = (code: string, verdict: CodeVerdict): CodeEvidence => ({ code, status: 400, published: true, verdict });
const reason = (action: string, code: string, verdict: CodeVerdict) =>
  reasonOf(reasonsFor(reasons, action), row(code, verdict))?.reason;

it('finds the first reason that fits operation and code', () => {
  expect(reason('DeleteThing', 'Moon.Full', 'unanswered')).toBe('not there yet: no moon');
  expect(reason('CreateThing', 'Moon.Full', 'unanswered')).toBe('cannot occur: no sky');
  expect(reason('CreateThing', 'Moon.New', 'unanswered')).toBeUndefined();
});

it('takes an answered code for unreachable only where the reason says so', () => {
  expect(reason('DeleteThing', 'Broken', 'untested')).toBe('cannot occur: a defect');
  expect(reason('DeleteThing', 'Broken', 'unanswered')).toBeUndefined();
  expect(reason('DeleteThing', 'Sun', 'untested')).toBeUndefined();
  expect(reason('DeleteThing', 'Broken', 'tested')).toBeUndefined();
});

it('finds what explains nothing', () => {
  const codes = [{ ...row('Moon.Full', 'unanswered'), reason: 'cannot occur: no sky' }];
  expect(unusedReasons(reasons, [{ action: 'CreateThing', codes }])).toEqual([
    'Broken ("cannot occur: a defect")',
    'Moon.* ("not there yet: no moon")',
    'DeleteThing ("not there yet: no moon")',
    'Sun ("cannot occur: no sky")',
  ]);
});
