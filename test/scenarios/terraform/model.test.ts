import { describe, expect, it } from 'vitest';
import { CallRefused } from '../driver.ts';
import { flagAt, jsonpath, listAt, numberAt, tagMap } from './decode.ts';
import { isNotFound, isOneOf } from './provider.ts';
import { differences, plannedChanges, type Schema, stateOf } from './schema.ts';

describe('what the provider cannot read', () => {
  const body = { Sets: { Set: [], None: null, Text: 'x' } };

  it.each(['$.Sets.Other', '$.Others.Set', '$.Sets.None', '$.Sets.Text'])('is %s as a list', (path) => {
    expect(() => listAt(body, path)).toThrow(/unknown key|panic/);
    expect(listAt(body, '$.Sets.Set')).toEqual([]);
  });

  it('is a step through what is no object', () => {
    expect(() => jsonpath(body, '$.Sets.Text.More')).toThrow(/unknown key/);
  });

  it.each([undefined, null, 'true', 1])('is %j as a flag', (Primary) => {
    expect(() => flagAt({ Primary }, 'Primary')).toThrow(/panic/);
    expect(flagAt({ Primary: false }, 'Primary')).toBe(false);
  });

  it.each([true, 'many', []])('is %j as a number', (QueueNumber) => {
    expect(() => numberAt({ QueueNumber }, 'QueueNumber')).toThrow(/panic/);
    expect([numberAt({}, 'QueueNumber'), numberAt({ QueueNumber: '2' }, 'QueueNumber')]).toEqual([0, 2]);
  });

  it('is a tag whose key is no text', () => {
    expect(() => tagMap([{ TagKey: 1, TagValue: 'x' }])).toThrow(/panic/);
    expect(tagMap([{ TagKey: 'a', TagValue: '' }, { Key: 'b' }])).toEqual({ a: '', b: '' });
  });
});

describe('a plan', () => {
  const schema: Schema = {
    name: { type: 'string', computed: true },
    description: { type: 'string' },
    group: { type: 'string' },
    priority: { type: 'int', otherwise: 1 },
    members: { type: 'set' },
  };
  const read = { name: 'given by the service', group: '', priority: 1, members: ['b', 'a'] };

  it('is empty when all is as configured, by default, or of no account', () => {
    expect(plannedChanges(schema, { members: ['a', 'b'] }, stateOf(schema, read))).toEqual([]);
  });

  it('shows what the service says on its own where nothing was asked for', () => {
    const state = stateOf(schema, { ...read, group: 'rg-default', priority: 2 });
    const changes = ['group: "rg-default" -> ""', 'priority: 2 -> 1', 'members: ["b","a"] -> []'];
    expect(plannedChanges(schema, {}, state)).toEqual(changes);
    expect(differences(schema, stateOf(schema, read), state)).toEqual(['group', 'priority']);
  });

  it.each([{ priority: '1' }, { name: 7 }, { members: 'a' }, { other: 'x' }])('cannot be made of %j', (wrong) => {
    expect(() => stateOf(schema, { ...read, ...wrong })).toThrow();
  });
});

describe('a refusal', () => {
  const refusal = (status: number, Code: string, Message = '') => new CallRefused('Delete', status, { Code, Message });

  it('is one of the codes, the beginning of one, or has one in it', () => {
    const codes = ['DependencyViolation', 'OperationFailed.Locked'];
    for (const code of ['DependencyViolation', 'DependencyViolation.VSwitch', 'OperationFailed']) {
      expect([code, isOneOf(refusal(400, code), codes)]).toEqual([code, true]);
    }
    expect(isOneOf(refusal(400, 'IncorrectStatus'), codes)).toBe(false);
    expect(isOneOf(new Error('DependencyViolation'), codes)).toBe(false);
  });

  it('stands for absence by its status or its words', () => {
    expect(isNotFound(refusal(404, 'Whatever'))).toBe(true);
    expect(isNotFound(refusal(400, 'InvalidThing.NotFound'))).toBe(true);
    expect(isNotFound(refusal(403, 'IncorrectStatus'))).toBe(false);
  });
});
