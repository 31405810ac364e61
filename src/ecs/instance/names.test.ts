import { describe, expect, it } from 'vitest';
import { defaultHostName, isHostName, namesOf } from './names.ts';

describe('names of instances made together', () => {
  it.each([
    ['web', 2, ['web', 'web']],
    ['k8s-node-[1,4]', 3, ['k8s-node-0001', 'k8s-node-0002', 'k8s-node-0003']],
    ['k8s-node-[6,4]-ecshost', 2, ['k8s-node-0006-ecshost', 'k8s-node-0007-ecshost']],
    ['test[123,4]tail', 1, ['test0123tail']],
    ['node[]', 2, ['node000000', 'node000001']],
    ['node[,]', 1, ['node000000']],
    ['node[7]', 1, ['node000007']],
    ['node[,2]', 1, ['node00']],
    ['node[1234,1]', 2, ['node001234', 'node001235']],
    ['node[99,2]', 2, ['node99', 'node100']],
    ['[1,4]', 1, ['[1,4]']],
    ['node[1,7]', 1, ['node[1,7]']],
    ['node[1, 4]', 1, ['node[1, 4]']],
  ])('%s for %i', (name, count, expected) => {
    expect(namesOf(name, count, false)).toEqual(expected);
  });

  it.each([
    ['web', 2, ['web001', 'web002']],
    ['web', 1, ['web']],
    ['web-[1,2]-x', 2, ['web-01-x001', 'web-02-x002']],
    ['web-[1,2]', 2, ['web-01', 'web-02']],
  ])('%s for %i with a unique suffix', (name, count, expected) => {
    expect(namesOf(name, count, true)).toEqual(expected);
  });
});

describe('host names', () => {
  it.each(['ab', 'k8s-node-0001', 'a.b-c.d', '12', 'x'.repeat(64)])('%s is one on Linux', (name) => {
    expect(isHostName(name, 'linux')).toBe(true);
  });
  it.each(['a', '-ab', 'ab-', 'a..b', 'a.-b', 'a_b', 'x'.repeat(65), ''])('%s is none on Linux', (name) => {
    expect(isHostName(name, 'linux')).toBe(false);
  });
  it.each(['12', 'a.b', 'x'.repeat(16)])('%s is none on Windows', (name) => {
    expect(isHostName(name, 'windows')).toBe(false);
  });
  it('are made of the id where none is given', () => {
    expect(defaultHostName('i-bp1abc')).toBe('iZbp1abcZ');
  });
});
