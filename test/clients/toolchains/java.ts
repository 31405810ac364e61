import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeOnce } from './made-once.ts';
import { otherProducts, type Program, runCommand, type Toolchain, type Trust } from './toolchain.ts';

const sources = fileURLToPath(new URL('../java', import.meta.url));

/** Java and Maven: the classes, beside the SDKs that `pom.xml` pins. */
export const java: Toolchain = {
  language: 'Java',
  commands: [
    ['java', '-version'],
    ['javac', '-version'],
    ['mvn', '--version'],
  ],
  async prepare(versions, cache) {
    const pom = path.join(sources, 'pom.xml');
    const code = path.join(sources, 'src', 'main', 'java');
    const files = [pom, ...readdirSync(code).map((file) => path.join(code, file))];
    const built = await madeOnce(cache, { versions, sources: files }, async (folder) => {
      const goals = ['compile', 'dependency:copy-dependencies'];
      await runCommand(['mvn', '--quiet', '--batch-mode', '--file', pom, `-DbuildFolder=${folder}`, ...goals]);
    });
    const jars = path.join(built, 'dependency');
    const libraries = readdirSync(jars).sort();
    const classpath = [path.join(built, 'classes'), ...libraries.map((jar) => path.join(jars, jar))].join(
      path.delimiter,
    );
    const program = (name: string, main: string): Program => ({
      name,
      command: 'java',
      args: ['-XX:TieredStopAtLevel=1', '-cp', classpath, main],
      lacks: [...otherProducts, 'Ecs.EnableNetworkInterfaceQoS'],
      trust,
    });
    return [
      program('Java ecs20140526 (V3)', 'SdkV2'),
      {
        ...program('Java aliyun-java-sdk-ecs (V1)', 'SdkV1'),
        unwrapsLists: true,
        renamedCodes: { SignatureDoesNotMatch: 'SDK.InvalidAccessKeySecret' },
      },
    ];
  },
};

/** Java reads no PEM: the certificate goes into a trust store beside it. */
async function trust(caFile: string): Promise<Trust> {
  const store = `${caFile}.p12`;
  if (!existsSync(store)) {
    const written = ['-keystore', store, '-storetype', 'PKCS12', '-storepass', 'localyun'];
    await runCommand(['keytool', '-importcert', '-noprompt', '-file', caFile, ...written]);
  }
  return { flags: [`-Djavax.net.ssl.trustStore=${store}`, '-Djavax.net.ssl.trustStorePassword=localyun'] };
}
