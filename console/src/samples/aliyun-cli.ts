import { quoted } from '../../../src/command-line/shell.ts';
import { flatParameters } from './flat.ts';
import type { Sample, SampledCall } from './sample.ts';

/** The command `aliyun`, told everything by flags: a profile of its own does not come in between. */
export function aliyunCliSample(call: SampledCall): Sample {
  const { operation, target } = call;
  const { key, regionId, endpoint, protocol } = target;
  const flat = flatParameters(call);
  const flags: (readonly [string, string?])[] = [
    ...flat.map(([name, value]) => [name, value] as const),
    ...(flat.some(([name]) => name === 'RegionId') ? [] : [['region', regionId] as const]),
    ['mode', key.securityToken === undefined ? 'AK' : 'StsToken'],
    ['access-key-id', key.accessKeyId],
    ['access-key-secret', key.accessKeySecret],
    ...(key.securityToken === undefined ? [] : [['sts-token', key.securityToken] as const]),
    ['endpoint', endpoint],
    // Operations that this command has never heard of are sent all the same.
    ['version', operation.version],
    ['force'],
    [protocol === 'http' ? 'insecure' : 'secure'],
  ];
  const lines = flags.map(([name, value]) => (value === undefined ? `  --${name}` : `  --${name} ${quoted(value)}`));
  return {
    run: 'aliyun version # 3.0.200 or newer',
    text: `aliyun ${operation.product.toLowerCase()} ${operation.action} \\\n${lines.join(' \\\n')}\n`,
  };
}
