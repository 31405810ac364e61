import { describe, expect, it } from 'vitest';
import { versions } from '../../test/support/signed-client.ts';
import type { Shape } from '../contracts/contract.ts';
import { findContract } from '../contracts/load.ts';
import { operations } from '../registry.generated.ts';
import { parametersOf, resourcesOf } from './resources.ts';

const permitted = operations.filter(({ everyIdentity }) => everyIdentity !== true);
const templates = permitted.flatMap(({ product, action, permits }) =>
  permits.map((template) => ({ product, action, template })),
);

/** The shape under a dotted name, in lists of objects too. */
function shapeOf(shape: Shape | undefined, path: readonly string[]): Shape | undefined {
  if (Array.isArray(shape)) return shapeOf(shape[0], path);
  const [name, ...rest] = path;
  if (name === undefined) return shape;
  return typeof shape === 'object' ? shapeOf((shape as Record<string, Shape>)[name], rest) : undefined;
}

/** Parameters in which every placeholder of a template has a value. */
function filled(template: string): object {
  const parameters: Record<string, unknown> = {};
  for (const name of parametersOf(template)) {
    const [first = '', second] = name.split('.');
    parameters[first] = second === undefined ? 'some' : [{ ...(parameters[first] as object[])?.[0], [second]: 'some' }];
  }
  return parameters;
}

describe('what the operations have policies allow', () => {
  it.each(permitted)('$product $action says something', ({ permits, ramAction }) => {
    expect(permits.length).toBeGreaterThan(0);
    if (ramAction !== undefined) expect(ramAction).toMatch(/^[a-z]+:[A-Z]\w+$/);
  });

  it.each(templates)('$product $action: $template is of its parameters', ({ product, action, template }) => {
    const contract = findContract(versions[product], action);
    for (const name of parametersOf(template)) {
      expect(shapeOf(contract?.parameters, name.split('.')), name).toMatch(/^(string|json|comma)$/);
    }
  });

  it.each(templates)('$product $action: $template gives resources', ({ product, template }) => {
    const scope = { product, accountId: '1', regionId: 'cn-hangzhou' };
    const withValues = resourcesOf([template], filled(template), scope);
    expect(withValues).toHaveLength(1);
    for (const { arn } of [...withValues, ...resourcesOf([template], {}, scope)]) {
      expect(arn).toMatch(/^(\*|some|acs:[a-z]+:(cn-hangzhou|\*):1:[a-z0-9*]+\/[\w*]+)$/);
    }
  });
});

describe('the resources of a call', () => {
  const scope = { product: 'Ecs', accountId: '1', regionId: 'cn-hangzhou' };
  const arns = (permits: readonly string[], parameters: object) =>
    resourcesOf(permits, parameters, scope).map(({ arn }) => arn);

  it('are those of the user that calls where no other is named', () => {
    const ofCaller = (parameters: object, userName?: string) =>
      resourcesOf(['user/{UserName|caller}'], parameters, { ...scope, product: 'Ram', userName }).map(({ arn }) => arn);
    expect(ofCaller({ UserName: 'bob' }, 'alice')).toEqual(['acs:ram:*:1:user/bob']);
    expect(ofCaller({}, 'alice')).toEqual(['acs:ram:*:1:user/alice']);
    expect(ofCaller({}, '')).toEqual(['acs:ram:*:1:user/*']);
    expect(ofCaller({})).toEqual(['acs:ram:*:1:user/*']);
  });

  it('are one for each value', () => {
    expect(arns(['eni/{Id}'], { Id: 'eni-1' })).toEqual(['acs:ecs:cn-hangzhou:1:eni/eni-1']);
    for (const Id of [['eni-1', 'eni-2'], '["eni-1","eni-2"]', 'eni-1, eni-2']) {
      expect(arns(['eni/{Id}'], { Id })).toEqual([
        'acs:ecs:cn-hangzhou:1:eni/eni-1',
        'acs:ecs:cn-hangzhou:1:eni/eni-2',
      ]);
    }
  });

  it('are all of the kind without a value', () => {
    for (const Id of [undefined, '', [], '[]', '[broken']) {
      expect(arns(['eni/{Id}'], { Id })).toEqual(['acs:ecs:cn-hangzhou:1:eni/*']);
    }
  });

  it('are those of several parameters, each once', () => {
    expect(arns(['eni/{A|B.C}?'], { A: 'eni-1', B: [{ C: 'eni-2' }, { D: 'x' }, { C: 'eni-1' }] })).toEqual([
      'acs:ecs:cn-hangzhou:1:eni/eni-1',
      'acs:ecs:cn-hangzhou:1:eni/eni-2',
    ]);
  });

  it('are fewer where an optional one is not named, and never none', () => {
    expect(arns(['eni/*', 'disk/{DiskId}?'], {})).toEqual(['acs:ecs:cn-hangzhou:1:eni/*']);
    expect(arns(['disk/{DiskId}?'], {})).toEqual(['*']);
  });

  it('are of the kind that a parameter names, in small letters', () => {
    expect(arns(['vpc:{ResourceType}/{ResourceId}'], { ResourceType: 'VSWITCH', ResourceId: ['vsw-1'] })).toEqual([
      'acs:vpc:cn-hangzhou:1:vswitch/vsw-1',
    ]);
  });

  it('of other services than ECS and VPC are in no region', () => {
    expect(arns(['ram:user/{UserName}'], { UserName: 'alice' })).toEqual(['acs:ram:*:1:user/alice']);
  });

  it('of the system belong to the system', () => {
    const named = { PolicyName: 'AdministratorAccess' };
    expect(arns(['ram:policy/{PolicyName}'], { ...named, PolicyType: 'System' })).toEqual([
      'acs:ram:*:system:policy/AdministratorAccess',
    ]);
    expect(arns(['ram:policy/{PolicyName}'], { ...named, PolicyType: 'Custom' })).toEqual([
      'acs:ram:*:1:policy/AdministratorAccess',
    ]);
  });

  it('are cut off where no id is longer', () => {
    expect(arns(['disk/{DiskId}'], { DiskId: 'x'.repeat(100_000) })).toEqual([
      `acs:ecs:cn-hangzhou:1:disk/${'x'.repeat(512)}`,
    ]);
  });

  it('can be an ARN of the request', () => {
    expect(arns(['{RoleArn}'], { RoleArn: 'acs:ram::2:role/a' })).toEqual(['acs:ram::2:role/a']);
    expect(arns(['{RoleArn}'], {})).toEqual(['*']);
  });
});
