import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProductName } from '../../../src/contracts/contract.ts';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { TestAccount, TestNetwork } from '../../../test/support/test-account.ts';
import type { Values } from '../parameters/values.ts';
import { aliyunCliSample } from './aliyun-cli.ts';
import { curlSample } from './curl.ts';
import { goSample } from './go.ts';
import { javaSample } from './java.ts';
import { packages } from './packages.ts';
import { isThere, otherRunners, type RunText, runProgram, sampleFolder, typescriptRunner } from './programs.fixture.ts';
import { pythonSample } from './python.ts';
import type { Sample, SampledCall, Target } from './sample.ts';
import { filledCalls, sampledCall } from './sampled-calls.fixture.ts';
import { terraformSample } from './terraform.ts';
import { typescriptSample } from './typescript.ts';

const localyun = startTestLocalyun();
const folder = sampleFolder();
const others = await otherRunners(folder);

const awkward = `it's "x" $HOME \\ \${y} %{z} ü&=+`;

function targetOf({ accessKeyId }: TestAccount): Target {
  const key = { accessKeyId, accessKeySecret: 'localyun' };
  return { endpoint: `127.0.0.1:${localyun.port}`, protocol: 'http', regionId: 'cn-hangzhou', key };
}

/** For what is only looked at. */
const somewhere: Target = {
  endpoint: '127.0.0.1:1',
  protocol: 'http',
  regionId: 'cn-hangzhou',
  key: { accessKeyId: 'localyun', accessKeySecret: awkward },
};

/** Calls with lists, objects, numbers, texts that need quotes, and what only generic clients can carry. */
const stories: readonly {
  readonly does: string;
  readonly call: readonly [ProductName, string];
  readonly parameters: (network: TestNetwork) => Values;
  readonly sees: (network: TestNetwork) => object;
}[] = [
  {
    does: 'lists, objects and numbers',
    call: ['Ecs', 'CreateNetworkInterface'],
    parameters: ({ regionId, vSwitchId, securityGroupId }) => ({
      RegionId: regionId,
      VSwitchId: vSwitchId,
      SecurityGroupIds: [securityGroupId],
      Description: awkward,
      SecondaryPrivateIpAddressCount: '2',
      Tag: [{ Key: 'team', Value: awkward }, { Key: 'empty' }],
    }),
    sees: ({ vSwitchId, securityGroupId }) => ({
      VSwitchId: vSwitchId,
      Description: awkward,
      SecurityGroupIds: { SecurityGroupId: [securityGroupId] },
      PrivateIpSets: { PrivateIpSet: [expect.anything(), expect.anything(), expect.anything()] },
      Tags: { Tag: expect.arrayContaining([expect.objectContaining({ TagKey: 'team', TagValue: awkward })]) },
    }),
  },
  {
    does: 'lists and objects without numbers',
    call: ['Ecs', 'CreateNetworkInterface'],
    parameters: ({ regionId, vSwitchId, securityGroupId }) => ({
      RegionId: regionId,
      VSwitchId: vSwitchId,
      SecurityGroupIds: [securityGroupId],
      DeleteOnRelease: 'true',
      Tag: [{ Key: 'a', Value: 'b' }],
    }),
    sees: ({ vSwitchId }) => ({
      VSwitchId: vSwitchId,
      Tags: { Tag: [expect.objectContaining({ TagKey: 'a', TagValue: 'b' })] },
    }),
  },
  {
    does: 'another product',
    call: ['Vpc', 'DescribeVSwitches'],
    parameters: ({ regionId, vpcId }) => ({ RegionId: regionId, VpcId: vpcId, Tag: [] }),
    sees: ({ vSwitchId }) => ({ VSwitches: { VSwitch: [expect.objectContaining({ VSwitchId: vSwitchId })] } }),
  },
  {
    does: 'no parameters',
    call: ['Sts', 'GetCallerIdentity'],
    parameters: () => ({}),
    sees: () => ({ IdentityType: 'Account' }),
  },
  {
    does: 'a list as JSON, which the typed clients do not take',
    call: ['Ram', 'CreateRole'],
    parameters: () => ({
      RoleName: 'sampled',
      AssumeRolePolicyDocument:
        '{"Version":"1","Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":["ecs.aliyuncs.com"]}}]}',
      Tag: [{ Key: 'k', Value: awkward }],
    }),
    sees: () => ({ Role: expect.objectContaining({ RoleName: 'sampled' }) }),
  },
  {
    does: 'a product without an SDK of its own',
    call: ['Location', 'DescribeEndpoints'],
    parameters: () => ({ Id: 'cn-hangzhou', ServiceCode: 'ecs' }),
    sees: () => ({ Endpoints: { Endpoint: [expect.objectContaining({ Id: 'cn-hangzhou' })] } }),
  },
];

/** Makes each story's call by a sample, in an account of its own. */
function itCarries(run: RunText, write: (call: SampledCall) => Sample): void {
  it.each(stories)('that has $does', { timeout: 180_000 }, async ({ call: [product, action], parameters, sees }) => {
    const account = localyun.account();
    const network = await account.network();
    const call = sampledCall(product, action, parameters(network), targetOf(account));
    expect(await run(write(call).text)).toMatchObject(sees(network));
  });
}

describe('a sample in TypeScript makes a call', () => {
  itCarries(typescriptRunner(folder), typescriptSample);
});

const written = { Python: pythonSample, Go: goSample, Java: javaSample };
for (const [language, write] of Object.entries(written)) {
  const run = others.runners.get(language);
  if (run === undefined) continue;
  describe(`a sample in ${language} makes a call`, () => itCarries(run, write));
}

describe('the requests of every operation of Ecs and Vpc, all of their parameters filled in', () => {
  it.runIf(others.runners.has('Python'))('are made by Python', { timeout: 120_000 }, async () => {
    for (const sdk of [packages.Ecs.python, packages.Vpc.python]) {
      const requests = [...filledCalls('Ecs', somewhere), ...filledCalls('Vpc', somewhere)]
        .map((call) => pythonSample(call).text)
        .filter((text) => text.includes(`from ${sdk} import models`))
        .map((text) => text.slice(text.indexOf('request = '), text.indexOf('answer = ')));
      expect(requests.length).toBeGreaterThan(300);
      await others.runners.get('Python')?.(`from ${sdk} import models\n${requests.join('')}print("[]")\n`);
    }
  });
});

const commands = [
  ['curl', '--version'],
  ['openssl', 'version'],
  ['terraform', 'version'],
] as const;
const absent = commands.filter(([command, ask]) => !isThere(command, ask)).map(([command]) => command);
const skipped = [...others.missing, ...absent];
if (skipped.length > 0) process.stderr.write(`skipped: samples for ${skipped.join('; ')}\n`);
if (others.missing.length > 0 && process.env.LOCALYUN_REQUIRE_CLIENTS === '1')
  throw new Error(others.missing.join('; '));

describe('a script', () => {
  it.runIf(!absent.includes('curl') && !absent.includes('openssl'))('signs and sends with curl', async () => {
    for (const { call, parameters, sees } of stories) {
      const account = localyun.account();
      const network = await account.network();
      const sample = curlSample(sampledCall(...call, parameters(network), targetOf(account)));
      writeFileSync(path.join(folder, 'call.sh'), sample.text);
      expect(JSON.parse(await runProgram('bash', ['call.sh'], folder))).toMatchObject(sees(network));
    }
  });

  it('is one that bash reads, with every parameter in the words of the wire', async () => {
    for (const call of filledCalls('Ecs', somewhere).slice(0, 40)) {
      writeFileSync(path.join(folder, 'script.sh'), `${aliyunCliSample(call).text}${curlSample(call).text}`);
      await runProgram('bash', ['-n', 'script.sh'], folder);
    }
    const call = sampledCall(
      'Ecs',
      'DeleteNetworkInterface',
      { NetworkInterfaceId: awkward },
      targetOf(localyun.account()),
    );
    const words = aliyunCliSample(call).text.replace(/^aliyun /, "printf '%s\\n' ");
    writeFileSync(path.join(folder, 'words.sh'), words);
    const said = (await runProgram('bash', ['words.sh'], folder)).split('\n');
    expect(said.slice(0, 4)).toEqual(['ecs', 'DeleteNetworkInterface', '--NetworkInterfaceId', awkward]);
  });
});

describe('a Terraform configuration', () => {
  const products: readonly ProductName[] = ['Ecs', 'Vpc', 'Ram', 'ResourceManager'];
  const calls = products.flatMap((product) => filledCalls(product, somewhere));
  const samples = () => calls.flatMap((call) => terraformSample(call) ?? []);

  it('is there for what makes resources, and for nothing else', () => {
    const made = calls.filter((call) => terraformSample(call) !== undefined).map(({ operation }) => operation.action);
    expect(made).toEqual(
      expect.arrayContaining(['CreateNetworkInterface', 'CreateVpc', 'CreateVSwitch', 'RunInstances']),
    );
    expect(made).not.toContain('DescribeVpcs');
  });

  it.runIf(!absent.includes('terraform'))('is written as terraform fmt writes it', async () => {
    for (const { text } of samples()) {
      writeFileSync(path.join(folder, 'main.tf'), text);
      expect(await runProgram('terraform', ['fmt', '-diff', 'main.tf'], folder)).toBe('');
    }
  });
});
