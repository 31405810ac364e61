import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeOnce } from './made-once.ts';
import { otherProducts, type Program, runCommand, type Toolchain } from './toolchain.ts';

const sources = fileURLToPath(new URL('../python', import.meta.url));

/** Python with `venv` and `pip`: an environment with what `requirements.txt` pins. */
export const python: Toolchain = {
  language: 'Python',
  commands: [
    ['python3', '--version'],
    ['python3', '-c', 'import ensurepip, sys, venv; print(sys.executable)'],
  ],
  async prepare(versions, cache) {
    const requirements = path.join(sources, 'requirements.txt');
    const environment = await madeOnce(cache, { versions, sources: [requirements] }, async (folder) => {
      await runCommand(['python3', '-m', 'venv', folder]);
      const install = ['install', '--quiet', '--no-deps', '--requirement', requirements];
      await runCommand([path.join(folder, 'bin', 'pip'), ...install]);
    });
    const program = (name: string, file: string): Program => ({
      name,
      command: path.join(environment, 'bin', 'python'),
      args: ['-B', path.join(sources, file)],
      lacks: otherProducts,
    });
    return [
      program('Python alibabacloud_ecs20140526 (V3)', 'sdk_v2.py'),
      {
        ...program('Python aliyun-python-sdk-ecs (V1)', 'sdk_v1.py'),
        renamedCodes: { SignatureDoesNotMatch: 'InvalidAccessKeySecret' },
      },
    ];
  },
};
