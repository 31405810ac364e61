import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findImplementedOperations, operationsIn } from './implemented-operations.ts';

describe('operationsIn', () => {
  it.each([
    ['on one line', "export const x = operation('Ecs', 'DeleteNetworkInterface', {"],
    ['broken over lines', "operation(\n  'Ecs',\n  'DeleteNetworkInterface',\n  {"],
  ])('finds a call %s', (_, text) => {
    expect(operationsIn(text)).toEqual([{ product: 'Ecs', action: 'DeleteNetworkInterface' }]);
  });

  it('finds several calls and passes over everything else', () => {
    const text = "operation('Ecs', 'A', {}); operation('Vpc','B', {}); findOperation('Ecs', 'C'); operation(name);";
    expect(operationsIn(text)).toEqual([
      { product: 'Ecs', action: 'A' },
      { product: 'Vpc', action: 'B' },
    ]);
  });
});

describe('findImplementedOperations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'localyun-operations-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads the product folders at any depth, without tests, sorted and each operation once', () => {
    write('vpc/vswitch/create.ts', "operation('Vpc', 'CreateVSwitch', {");
    write('ecs/network-interface/delete.ts', "operation('Ecs', 'DeleteNetworkInterface', {");
    write('ecs/network-interface/create.ts', "operation('Ecs', 'CreateNetworkInterface', {");
    write('ecs/again.ts', "operation('Ecs', 'CreateNetworkInterface', {");
    write('ecs/network-interface/delete.test.ts', "operation('Ecs', 'OnlyInATest', {");
    write('gateway/pipeline.ts', "operation('Ecs', 'NotInAProductFolder', {");
    expect(findImplementedOperations(folder)).toEqual([
      { product: 'Ecs', action: 'CreateNetworkInterface' },
      { product: 'Ecs', action: 'DeleteNetworkInterface' },
      { product: 'Vpc', action: 'CreateVSwitch' },
    ]);
  });

  it('finds nothing where there are no product folders', () => {
    expect(findImplementedOperations(join(folder, 'missing'))).toEqual([]);
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
