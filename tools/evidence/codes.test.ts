import { expect, it } from 'vitest';
import { codeEvidence } from './codes.ts';

const testWith = (...texts: string[]) => ({ path: 'a.test.ts', line: 1, title: '', texts: new Set(texts) });

it('puts each code where the evidence for it is', () => {
  const rows = codeEvidence({
    published: { 404: ['Proven', 'Never'], 403: ['Tested', 'Untested', 'Gateway'] },
    ofOperation: [
      { code: 'Tested', status: 403 },
      { code: 'Untested', status: 403 },
      { code: 'Proven', status: 404 },
      { code: 'Extra', status: 400 },
    ],
    ofGateway: [
      { code: 'Gateway', status: 403 },
      { code: 'NotPublished', status: 403 },
    ],
    tests: [testWith('Tested', 'Never', 'Extra'), testWith('Gateway')],
    proven: new Set(['Proven']),
    reasons: [],
  });
  expect(rows.map(({ status, code, verdict, published }) => `${status} ${code} ${verdict} ${published}`)).toEqual([
    '400 Extra tested false',
    '403 Gateway tested true',
    '403 Tested tested true',
    '403 Untested untested true',
    '404 Never unanswered true',
    '404 Proven proven true',
  ]);
});

it('tells where the status is another than the published one', () => {
  const rows = codeEvidence({
    published: { 404: ['Moved'], 400: ['Kept'], 403: ['Kept'] },
    ofOperation: [
      { code: 'Moved', status: 400 },
      { code: 'Kept', status: 403 },
      { code: 'Kept', status: 400 },
    ],
    ofGateway: [],
    tests: [],
    proven: new Set(),
    reasons: [],
  });
  expect(rows.map(({ status, code, publishedStatus }) => [status, code, publishedStatus])).toEqual([
    [400, 'Kept', undefined],
    [400, 'Moved', 404],
    [403, 'Kept', undefined],
  ]);
});
