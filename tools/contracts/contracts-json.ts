import type { ProductContracts } from '../../src/contracts/contract.ts';

/** The contracts as a JSON text with one operation a line, so that a diff shows which operations changed. */
export function contractsJson({ product, version, operations }: ProductContracts): string {
  const lines = Object.entries(operations).map(
    ([action, contract]) => `${JSON.stringify(action)}:${JSON.stringify(contract)}`,
  );
  const head = `"product":${JSON.stringify(product)},"version":${JSON.stringify(version)}`;
  return `{${head},"operations":{\n${lines.join(',\n')}\n}}\n`;
}
