import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { otherProducts, type Program, runCommand, type Toolchain } from './toolchain.ts';

const sources = fileURLToPath(new URL('../go', import.meta.url));

/** Go: two commands of one module, whose `go.sum` pins the SDKs. What is compiled already is in Go's own caches. */
export const go: Toolchain = {
  language: 'Go',
  commands: [['go', 'version']],
  async prepare(_versions, cache) {
    // Two packages at a time: the SDKs take a gigabyte each to compile.
    const build = ['build', '-p', '2', '-ldflags', '-s -w', '-o', `${cache}/`, './sdkv1', './sdkv2'];
    await runCommand(['go', ...build], { cwd: sources, env: { GOFLAGS: '-mod=readonly -buildvcs=false' } });
    const program = (name: string, command: string): Program => ({
      name,
      command: path.join(cache, command),
      args: [],
      lacks: otherProducts,
      trust: async (caFile) => ({ env: { SSL_CERT_FILE: caFile } }),
    });
    return [
      program('Go ecs-20140526 (V3)', 'sdkv2'),
      {
        ...program('Go alibaba-cloud-sdk-go (V1)', 'sdkv1'),
        lacks: [...otherProducts, 'Ecs.EnableNetworkInterfaceQoS'],
      },
    ];
  },
};
