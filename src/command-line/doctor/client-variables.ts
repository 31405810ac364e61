import { builtInKey } from '../../access/account.ts';
import { isLoopback } from '../../gateway/web-pages.ts';
import { regions } from '../../operation/regions.ts';
import { everyVariable } from '../env.ts';
import { type Environment, type Finding, ok, problem, warning } from './finding.ts';

const check = 'client variables';

/** Key and secret, as the SDKs and as Terraform call them. */
const keyPairs = [
  ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
  ['ALICLOUD_ACCESS_KEY', 'ALICLOUD_SECRET_KEY'],
] as const;
const regionVariables = ['ALIBABA_CLOUD_REGION_ID', 'ALIBABA_CLOUD_REGION', 'ALICLOUD_REGION'];
/** What makes clients look for credentials elsewhere, or send others along. */
const elsewhere =
  /^(ALIBABA_CLOUD_(PROFILE|CREDENTIALS_URI|CREDENTIALS_FILE|ECS_METADATA|ROLE_ARN|OIDC_TOKEN_FILE|SECURITY_TOKEN)|ALICLOUD_(PROFILE|SECURITY_TOKEN|ECS_ROLE_NAME|ASSUME_ROLE_ARN|SHARED_CREDENTIALS_FILE))$/;
const endpointVariable = /^(ALIBABA_CLOUD_ENDPOINT(_\w+)?|ALICLOUD_\w*ENDPOINT|(ECS|VPC|RAM|STS|LOCALYUN)_ENDPOINT)$/;

/** The variables of clients that lead them elsewhere than to this server; `endpoint` is its `host:port`. */
export function checkClientVariables(environment: Environment, endpoint: string): readonly Finding[] {
  const set = new Map(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
  const settings = { endpoint, accessKeyId: builtInKey, accessKeySecret: builtInKey, regionId: '' };
  const ours = Object.keys(everyVariable(settings)).filter((name) => set.has(name));
  const findings = [
    ...[...set].flatMap(([name, value]) => (endpointVariable.test(name) ? checkEndpoint(name, value, endpoint) : [])),
    ...checkScheme(set.get('ALICLOUD_CLIENT_SCHEME')),
    ...keyPairs.flatMap(([id, secret]) => checkKey(id, set.get(id), secret, set.get(secret))),
    ...regionVariables.flatMap((name) => checkRegion(name, set.get(name))),
    ...[...set.keys()].filter((name) => elsewhere.test(name)).map(checkElsewhere),
  ];
  if (findings.length > 0) return findings;
  if (ours.length === 0) return [ok(check, 'none are set; eval "$(localyun env --shell)" sets them')];
  return [ok(check, `${ours.length} are set, and lead to ${endpoint}`)];
}

function checkEndpoint(name: string, value: string, endpoint: string): readonly Finding[] {
  if (isSamePlace(value, endpoint)) return [];
  return [problem(check, `${name} is ${value}, which is not this server`, `export ${name}=${endpoint}`)];
}

/** Names of this machine for itself are one. */
function isSamePlace(value: string, endpoint: string): boolean {
  const place = (text: string) => {
    const [, host = '', port = '80'] = /^(?:https?:\/\/)?(\[.*\]|[^:/]*)(?::(\d+))?\/?$/.exec(text) ?? [];
    return `${isLoopback(host) ? 'localhost' : host.toLowerCase()}:${port}`;
  };
  return place(value) === place(endpoint);
}

function checkScheme(scheme: string | undefined): readonly Finding[] {
  if (scheme === undefined || scheme === 'HTTP' || scheme === 'HTTPS') return [];
  const says = `ALICLOUD_CLIENT_SCHEME is ${scheme}; whatever is not exactly HTTP means https`;
  return [problem(check, says, 'export ALICLOUD_CLIENT_SCHEME=HTTP')];
}

function checkKey(
  idName: string,
  id: string | undefined,
  secretName: string,
  secret: string | undefined,
): readonly Finding[] {
  if (id === undefined && secret === undefined) return [];
  const todo = `export ${idName}=${builtInKey} ${secretName}=${builtInKey}`;
  if (id?.startsWith('LTAI')) return [problem(check, `${idName} is a key of Alibaba Cloud, refused here`, todo)];
  if (id === undefined || secret === undefined) {
    return [problem(check, `only one of ${idName} and ${secretName} is set`, todo)];
  }
  const isBuiltIn = id === builtInKey || id.startsWith(`${builtInKey}-`);
  if (!isBuiltIn) return [warning(check, `${idName} is ${id}, known here only if seed or RAM made it`, todo)];
  if (secret === builtInKey) return [];
  return [problem(check, `${secretName} is not the secret of ${id}, which is ${builtInKey}`, todo)];
}

function checkRegion(name: string, region: string | undefined): readonly Finding[] {
  if (region === undefined || regions.some(({ regionId }) => regionId === region)) return [];
  const some = regions.map(({ regionId }) => regionId).slice(0, 3);
  return [problem(check, `${name} is ${region}, which is no region here`, `take one such as ${some.join(', ')}`)];
}

function checkElsewhere(name: string): Finding {
  const says = `${name} is set: clients may take their credentials from there`;
  return warning(check, says, `unset ${name}`);
}
