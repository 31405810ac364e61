import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { ProductContracts } from '../../src/contracts/contract.ts';
import { operationTypes } from './operation-types.ts';

const ecs: ProductContracts = {
  product: 'Ecs',
  version: '2014-05-26',
  operations: {
    Do: {
      parameters: {
        Id: 'string',
        Count: 'number',
        Names: ['string'],
        Tag: [{ Key: 'string', Values: ['string'] }],
        Options: { Fast: 'boolean' },
        Filter: 'json',
        Open: 'any',
        Zones: 'comma',
      },
      required: ['Id', 'Names'],
      response: { RequestId: 'string', Sets: { Set: [{ Id: 'string', Size: 'number' }] }, Grid: [['number']] },
    },
    Stop: { parameters: {}, required: [], response: { RequestId: 'string' } },
    Unused: { parameters: { X: 'string' }, required: [], response: { RequestId: 'string' } },
  },
};
const vpc: ProductContracts = { product: 'Vpc', version: '2016-04-28', operations: {} };
const emitted = operationTypes(
  [
    { product: 'Ecs', action: 'Do' },
    { product: 'Ecs', action: 'Stop' },
  ],
  [ecs, vpc],
);

describe('operationTypes', () => {
  it('writes the parameters with lists never absent and only required scalars certain', () => {
    expect(emitted).toContain(`export interface EcsDoParameters {
  readonly Id: string;
  readonly Count?: number;
  readonly Names: readonly string[];
  readonly Tag: readonly {
    readonly Key?: string;
    readonly Values: readonly string[];
  }[];
  readonly Options?: {
    readonly Fast?: boolean;
  };
  readonly Filter?: unknown;
  readonly Open?: unknown;
  readonly Zones: readonly string[];
}
`);
  });

  it('writes the response without RequestId and with every field optional', () => {
    expect(emitted).toContain(`export type EcsDoResponse = {
  readonly Sets?: {
    readonly Set?: readonly {
      readonly Id?: string | undefined;
      readonly Size?: number | undefined;
    }[] | undefined;
  } | undefined;
  readonly Grid?: readonly (readonly number[])[] | undefined;
};
`);
  });

  it('indexes the implemented operations under every product', () => {
    expect(emitted).toContain(`export interface OperationTypes {
  Ecs: {
    Do: { parameters: EcsDoParameters; response: EcsDoResponse };
    Stop: { parameters: EcsStopParameters; response: EcsStopResponse };
  };
  Vpc: {};
}
`);
    expect(emitted).not.toContain('Unused');
  });

  it.each([
    [{ product: 'Ecs', action: 'Missing' }, 'Ecs has no operation Missing.'],
    [{ product: 'Ecs', action: 'constructor' }, 'Ecs has no operation constructor.'],
    [{ product: 'Nas', action: 'Do' }, 'There are no contracts of Nas.'],
  ])('refuses %o, which is in no contract', (operation, message) => {
    expect(() => operationTypes([operation], [ecs, vpc])).toThrow(message);
  });
});

describe('the emitted types, under the strict compiler', () => {
  it.each([
    ['an answer with some fields', 'const r: EcsDoResponse = { Sets: { Set: [{ Id: "a" }] } };'],
    ['a field that is undefined', 'const r: EcsDoResponse = { Sets: { Set: [{ Id: undefined, Size: 1 }] } };'],
    ['an empty answer', 'const r: EcsStopResponse = {};'],
    [
      'reading lists at once',
      'declare const p: EcsDoParameters; p.Tag[0]?.Values.length; p.Zones.length; p.Id.length;',
    ],
    ['the index', 'declare const p: OperationTypes["Ecs"]["Do"]["parameters"]; p.Names.map((n) => n.length);'],
  ])('allow %s', (_, use) => {
    expect(errorsOf(use)).toEqual([]);
  });

  it.each([
    ['a misspelt field', 'const r: EcsDoResponse = { Set: {} };'],
    ['a misspelt field deep inside', 'const r: EcsDoResponse = { Sets: { Set: [{ ID: "a" }] } };'],
    ['a field in an answer that has none', 'const r: EcsStopResponse = { Id: "a" };'],
    ['an unwrapped list', 'const r: EcsDoResponse = { Sets: [{ Id: "a" }] };'],
    ['a value of the wrong type', 'const r: EcsDoResponse = { Sets: { Set: [{ Size: "1" }] } };'],
    ['reading an optional scalar as certain', 'declare const p: EcsDoParameters; p.Count.toFixed();'],
    ['reading a parameter that does not exist', 'declare const p: EcsStopParameters; p.Id;'],
    ['an unknown operation in the index', 'type T = OperationTypes["Vpc"]["Do"];'],
  ])('refuse %s', (_, use) => {
    expect(errorsOf(use)).not.toEqual([]);
  });
});

const repository = fileURLToPath(new URL('../..', import.meta.url));
const host = ts.createCompilerHost({});
const parsedLibraries = new Map<string, ts.SourceFile | undefined>();

/** The compiler's complaints about the emitted types followed by `use`. */
function errorsOf(use: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es5.d.ts'],
  };
  const fileName = `${repository}use.ts`;
  const program = ts.createProgram([fileName], options, {
    ...host,
    getSourceFile(name, target) {
      if (name === fileName) return ts.createSourceFile(name, `${emitted}\n${use}\n`, target);
      if (!parsedLibraries.has(name)) parsedLibraries.set(name, host.getSourceFile(name, target));
      return parsedLibraries.get(name);
    },
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
