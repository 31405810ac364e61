import { camelCase } from './names.ts';
import type { Plan } from './plan.ts';

/** The source of a new operation: it compiles, is served, and fails when it is called. */
export function operationTemplate({ product, action, path }: Plan): string {
  const about = path.startsWith('ecs/network-interface/') ? '\n  networkInterfaces: true,' : '';
  return `import { operation } from '${upFrom(path)}operation/operation.ts';

/** What ${action} does, in one sentence, with the statements it satisfies. */
export const ${camelCase(action)} = operation('${product}', '${action}', {${about}
  permits: ['*'],

  async execute() {
    throw new Error('${action} is not written yet');
  },
});
`;
}

/** The source of its test: what the contract alone makes true holds, and the rest fails until it is written. */
export function testTemplate({ product, action, path, contract }: Plan): string {
  const required = contract.required.map((name) => `'${name}'`).join(', ');
  const file = path.split('/').at(-1);
  const needs =
    required === ''
      ? ''
      : `
  it.each([${required}])('needs %s', async (name) => {
    const refused = await localyun.account().refused('${product}', '${action}', { [name]: '' });
    expect(refused).toMatchObject({ status: 400, code: 'MissingParameter' });
  });
`;
  return `import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '${upFrom(path)}../test/support/localyun.ts';

const localyun = startTestLocalyun();

describe('${action}', () => {${needs}
  it('is written', async () => {
    const { status } = await localyun.account().call('${product}', '${action}', {});
    expect.fail(
      \`\${status}: replace this test by what docs/semantics.md and the published description say, then write ${file}.ts\`,
    );
  });
});
`;
}

/** From the folder of a file below `src` to `src`. */
function upFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}
