import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { clientNames, clients } from '../../src/command-line/clients/index.ts';
import { environmentText } from '../../src/command-line/env.ts';
import type { Settings } from '../../src/command-line/settings.ts';
import { buildInto } from '../../tools/build.ts';
import { startTestLocalyun } from '../support/localyun.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const built = mkdtempSync(join(repository, 'node_modules/.localyun-env-'));
const command = join(built, 'cli.js');
const folder = mkdtempSync(join(tmpdir(), 'localyun-env-'));
const execute = promisify(execFile);

beforeAll(() => buildInto(built));
afterAll(() => {
  rmSync(built, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** What `localyun env` says and how it ends. Variables of this process are not handed on. */
function env(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const { PATH } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [command, 'env', ...args], { cwd: folder, env: { PATH } }, (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error });
    });
  });
}

function isThere(...toolAndArguments: [string, ...string[]]): boolean {
  const [tool, ...args] = toolAndArguments;
  return spawnSync(tool, args, { stdio: 'ignore' }).status === 0;
}

const awkward: Settings = {
  endpoint: '[::1]:443',
  accessKeyId: 'localyun-a.b_c',
  accessKeySecret: `it's "quoted" \\ $HOME \`x\` \${y} %{z}`,
  regionId: 'ap-southeast-1',
};
const trusting: Settings = { ...awkward, caFile: '/data/ca of ours/ca.pem' };

describe('localyun env --shell', () => {
  const localyun = startTestLocalyun();

  it('is taken by eval in sh', async () => {
    const evaluate = `eval "$('${process.execPath}' '${command}' env --shell "$@")"; env -0`;
    const secret = awkward.accessKeySecret;
    const args = ['--access-key-id', 'localyun-me', '--access-key-secret', secret, '--port', String(localyun.port)];
    const { stdout } = await execute('sh', ['-c', evaluate, 'sh', ...args], { env: { PATH: process.env.PATH } });
    const variables = Object.fromEntries(stdout.split('\0').map((line) => line.split(/=(.*)/s, 2)));
    expect(variables).toMatchObject({
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'localyun-me',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret,
      ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
      ALIBABA_CLOUD_ENDPOINT: `127.0.0.1:${localyun.port}`,
      ALIBABA_CLOUD_ENDPOINT_ECS: `127.0.0.1:${localyun.port}`,
      ECS_ENDPOINT: `127.0.0.1:${localyun.port}`,
      ALICLOUD_CLIENT_SCHEME: 'HTTP',
      ALICLOUD_SECRET_KEY: secret,
      LOCALYUN_ENDPOINT: `127.0.0.1:${localyun.port}`,
    });
    expect(variables).not.toHaveProperty('SSL_CERT_FILE');
  });

  it.each(clientNames)('gives what %s reads, and that is among what all read', async (client) => {
    const own = clients[client].variables(trusting);
    const lines = environmentText(trusting, { client, shell: true }).trim().split('\n');
    expect(lines.map((line) => /^export (\w+)=/.exec(line)?.[1])).toEqual(Object.keys(own));
    expect(environmentText(trusting, { shell: true }).split('\n')).toEqual(expect.arrayContaining(lines));
  });
});

describe('localyun env', () => {
  const localyun = startTestLocalyun();
  const port = () => ['--port', String(localyun.port)];

  it('says nothing but the settings where the server is up', async () => {
    const { code, out, error } = await env(...port());
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain(`ALIBABA_CLOUD_ENDPOINT=127.0.0.1:${localyun.port}\n`);
    expect(out.split('\n').slice(0, -1)).toSatisfy((lines: string[]) => lines.every((line) => /^[A-Z_]+=./.test(line)));
  });

  it('gives the settings before the server is up, and says that it is not', async () => {
    const { code, out, error } = await env('--port', '1');
    expect(code).toBe(0);
    expect(out).toContain('ALIBABA_CLOUD_ENDPOINT=127.0.0.1:1\n');
    expect(error).toBe('localyun: nothing answers at 127.0.0.1:1 yet; localyun start makes it serve\n');
  });

  it('says when something else answers there', async () => {
    const other = http.createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port: taken } = other.address() as AddressInfo;
    const { code, error } = await env('--port', String(taken));
    other.close();
    expect([code, error]).toEqual([0, `localyun: what answers at 127.0.0.1:${taken} is not Localyun\n`]);
  });

  it.each([
    ['0.0.0.0', '127.0.0.1:20140'],
    ['::', '127.0.0.1:20140'],
    ['::1', '[::1]:20140'],
    ['localyun.internal', 'localyun.internal:20140'],
  ])('for a server on %s names %s', async (host, endpoint) => {
    expect((await env('--host', host)).out).toContain(`\nLOCALYUN_ENDPOINT=${endpoint}\n`);
  });

  it('names the authority with --https, and nothing of it without', async () => {
    const { out } = await env(...port(), '--https', '--data-dir', 'state');
    const file = join(folder, 'state/ca/ca.pem');
    for (const name of ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS', 'ALIBABA_CLOUD_CA_BUNDLE']) {
      expect(out).toContain(`\n${name}=${file}\n`);
    }
    expect(out).toContain('\nALICLOUD_CLIENT_SCHEME=HTTPS\n');
    expect((await env(...port())).out).not.toMatch(/CERT|BUNDLE|HTTPS/);
  });

  it.each([
    [['--client', 'cobol'], /--client.*terraform, cli/s],
    [['--port', '0'], /--port.*whole number from 1/s],
    [['--region', 'cn-atlantis'], /--region.*cn-hangzhou/s],
    [['--access-key-secret', 'two\nlines'], /--access-key-secret.*one line/s],
  ])('refuses %j', async (args, message) => {
    const { code, out, error } = await env(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(message);
  });
});

describe('what is printed for', () => {
  const localyun = startTestLocalyun();

  describe.each([awkward, trusting])('$endpoint, authority $caFile', (settings) => {
    const text = (client: (typeof clientNames)[number]) => environmentText(settings, { client });
    /** Puts a text into a file of its own folder and tells the folder. */
    const put = (name: string, content: string): string => {
      const place = mkdtempSync(join(folder, 'text-'));
      writeFileSync(join(place, name), content);
      return place;
    };

    it.skipIf(!isThere('terraform', '-version'))('Terraform is HCL as terraform fmt leaves it', () => {
      const printed = text('terraform');
      expect(
        execFileSync('terraform', ['fmt', '-'], {
          input: printed,
          encoding: 'utf8',
          stdio: ['pipe', 'pipe', 'ignore'],
        }),
      ).toBe(printed);
      expect(printed).toContain('\\\\ $HOME `x` $${y} %%{z}"');
      expect(printed).toContain(`protocol     = "${settings.caFile === undefined ? 'HTTP' : 'HTTPS'}"`);
    });

    it('the aliyun CLI is commands that call it with the right words', async () => {
      const place = put('aliyun', '#!/bin/sh\nprintf "%s\\n" "$@" "$ALIBABA_CLOUD_ACCESS_KEY_SECRET"\n');
      chmodSync(join(place, 'aliyun'), 0o755);
      const path = `${place}:${process.env.PATH}`;
      const { stdout } = await execute('sh', ['-euc', text('cli')], { env: { PATH: path } });
      const flag = settings.caFile === undefined ? '--insecure' : '--secure';
      expect(stdout.split('\n')).toEqual([
        'ecs',
        'DescribeNetworkInterfaces',
        '--RegionId',
        'ap-southeast-1',
        flag,
        settings.accessKeySecret,
        '',
      ]);
    });

    it('Terway is YAML of the same variables', () => {
      const { env: listed } = parse(text('terway')) as { env: { name: string; value: string }[] };
      expect(Object.fromEntries(listed.map(({ name, value }) => [name, value]))).toEqual(
        clients.terway.variables(settings),
      );
    });

    it.skipIf(!isThere('python3', '--version'))('Ansible turns every call of the SDK below it to the server', () => {
      const place = put('sitecustomize.py', text('ansible'));
      mkdirSync(join(place, 'aliyunsdkcore/profile'), { recursive: true });
      writeFileSync(join(place, 'aliyunsdkcore/__init__.py'), '');
      writeFileSync(join(place, 'aliyunsdkcore/profile/__init__.py'), '');
      writeFileSync(join(place, 'aliyunsdkcore/request.py'), 'def set_default_protocol_type(name): print(name)\n');
      writeFileSync(
        join(place, 'aliyunsdkcore/profile/region_provider.py'),
        'def modify_point(product, region, endpoint): print(product, region, endpoint)\n',
      );
      const said = execFileSync('python3', ['-c', ''], { env: { PATH: process.env.PATH, PYTHONPATH: place } });
      const products = ['Ecs', 'Vpc', 'Ram', 'Sts', 'ResourceManager'];
      const points = products.map((product) => `${product} ap-southeast-1 [::1]:443`);
      expect(said.toString().trim().split('\n')).toEqual([...(settings.caFile ? ['https'] : []), ...points]);
    });

    it.skipIf(!isThere('python3', '--version'))('Python is a program', () => {
      const compile = 'import ast, sys; print(ast.dump(ast.parse(sys.stdin.read())))';
      const tree = execFileSync('python3', ['-c', compile], { input: text('python'), encoding: 'utf8' });
      expect(tree).toContain("keyword(arg='endpoint', value=Constant(value='[::1]:443'))");
      expect(tree).toContain(settings.caFile === undefined ? "value='http'" : "value='/data/ca of ours/ca.pem'");
    });

    it.skipIf(!isThere('gofmt', '-h') && !isThere('go', 'version'))('Go is a program as gofmt leaves it', () => {
      const printed = text('go');
      expect(execFileSync('gofmt', [], { input: printed, encoding: 'utf8' })).toBe(printed);
    });

    it.skipIf(!isThere('javac', '-version'))(
      'Java compiles against classes that have these methods',
      () => {
        const place = put('NetworkInterfaces.java', text('java'));
        const stub = (name: string, body: string) => {
          const [, packaged = '', simple = ''] = /^(.*)\.(\w+)$/.exec(name)!;
          mkdirSync(join(place, ...packaged.split('.')), { recursive: true });
          const file = join(place, ...packaged.split('.'), `${simple}.java`);
          writeFileSync(file, `package ${packaged};\npublic class ${simple} {\n${body}\n}\n`);
        };
        const setter = (own: string) => (name: string) => `public ${own} set${name}(String value) { return this; }`;
        const config = ['AccessKeyId', 'AccessKeySecret', 'RegionId', 'Protocol', 'Endpoint'];
        stub('com.aliyun.teaopenapi.models.Config', config.map(setter('Config')).join('\n'));
        const request = 'com.aliyun.ecs20140526.models.DescribeNetworkInterfacesRequest';
        stub(request, setter('DescribeNetworkInterfacesRequest')('RegionId'));
        stub(
          'com.aliyun.ecs20140526.Client',
          `public static class Body { public Integer getTotalCount() { return 0; } }
         public static class Answer { public Body getBody() { return new Body(); } }
         public Client(com.aliyun.teaopenapi.models.Config config) throws Exception {}
         public Answer describeNetworkInterfaces(${request} request) throws Exception { return new Answer(); }`,
        );
        execFileSync('javac', ['-d', 'out', 'NetworkInterfaces.java'], { cwd: place, stdio: 'pipe' });
      },
      60_000,
    );

    it('TypeScript passes the strict compiler', () => {
      const place = mkdtempSync(join(built, 'text-'));
      const file = join(place, 'main.mts');
      writeFileSync(file, text('typescript'));
      const { ModuleKind, ModuleResolutionKind, ScriptTarget } = ts;
      const program = ts.createProgram([file], {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: ['node'],
        target: ScriptTarget.ES2023,
        module: ModuleKind.NodeNext,
        moduleResolution: ModuleResolutionKind.NodeNext,
      });
      const complaints = ts.getPreEmitDiagnostics(program);
      expect(complaints.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
    }, 60_000);
  });

  it.each(['http', 'https'] as const)('TypeScript does what it says, over %s', async (protocol) => {
    const account = localyun.account();
    const network = await account.network();
    await account.createNetworkInterface(network);
    const flags = protocol === 'https' ? ['--https', '--data-dir', 'state'] : [];
    const port = protocol === 'https' ? secure.port : localyun.port;
    const { out } = await env(
      '--client',
      'typescript',
      '--port',
      String(port),
      '--access-key-id',
      account.accessKeyId,
      ...flags,
    );
    const file = join(mkdtempSync(join(built, 'text-')), 'main.mjs');
    writeFileSync(file, out);
    const authority = protocol === 'https' ? { NODE_EXTRA_CA_CERTS: join(folder, 'state/ca/ca.pem') } : {};
    const { stdout } = await execute(process.execPath, [file], { env: { PATH: process.env.PATH, ...authority } });
    expect(stdout).toBe(protocol === 'https' ? '0\n' : '1\n');
  });
  const secure = startTestLocalyun({ dataDir: join(folder, 'state') });
});
