import { expect, it } from 'vitest';
import { statementNumbers, statementsIn, testsByStatement } from './statements.ts';

it('reads the numbers of statements off their anchors', () => {
  const page = '| <a id="eni-1"></a>ENI-1 | see ENI-9 |\n| <a id="eni-12"></a>ENI-12 | x |';
  expect(statementNumbers(page)).toEqual([1, 12]);
});

it('finds one, several and a range of numbers in a title', () => {
  expect(statementsIn('ENI-7 without a region')).toEqual([7]);
  expect(statementsIn('ENI-54 ENI-55 lists')).toEqual([54, 55]);
  expect(statementsIn('ENI-5..7 and ENI-9')).toEqual([5, 6, 7, 9]);
  expect(statementsIn('nothing of XENI-5, eni-6')).toEqual([]);
});

it('keeps statements without a test and drops numbers that are none', () => {
  const place = { path: 'a.test.ts', line: 3, title: 'ENI-1 ENI-99 x' };
  expect([...testsByStatement([1, 2], [place])]).toEqual([
    [1, [place]],
    [2, []],
  ]);
});
