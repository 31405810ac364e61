import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { type Environment, type Finding, ok, problem } from './finding.ts';

const check = 'proxy';
const proxyVariables = ['http_proxy', 'https_proxy', 'all_proxy'];

/** Whether variables for a proxy catch what clients send to the server at this address. */
export function checkProxies(environment: Environment, host: string, port: number): Finding {
  const isSet = (name: string) => (environment[name] ?? '') !== '';
  const set = proxyVariables.flatMap((name) => [name, name.toUpperCase()]).filter(isSet);
  if (set.length === 0) return ok(check, 'none is set');
  const lists = ['no_proxy', 'NO_PROXY'].filter(isSet);
  // Clients read one spelling or the other.
  const gaps = lists.filter((name) => !isListed(environment[name] ?? '', host, port));
  if (lists.length > 0 && gaps.length === 0) return ok(check, `${set.join(', ')}, but not for ${host}`);
  const what = gaps.length > 0 ? `${gaps.join(' and ')} does not name it` : 'NO_PROXY is not set';
  const [name = 'NO_PROXY'] = gaps;
  const before = environment[name] ?? '';
  return problem(
    check,
    `${set.join(', ')} may catch calls to ${host}: ${what}`,
    `export ${name}=${[before, host, host === '127.0.0.1' ? 'localhost' : ''].filter((part) => part !== '').join(',')}`,
  );
}

/** Whether a list of exceptions has a host: itself, its domain, its network, or everything. */
function isListed(list: string, host: string, port: number): boolean {
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      if (entry.includes('/')) return isInNetwork(host, entry);
      const [name = '', own] = isIP(entry) === 6 ? [entry] : entry.split(':');
      if (own !== undefined && own !== String(port)) return false;
      const domain = name.replace(/^\*?\./, '').toLowerCase();
      return host.toLowerCase() === domain || (isIP(host) === 0 && host.toLowerCase().endsWith(`.${domain}`));
    });
}

function isInNetwork(host: string, network: string): boolean {
  if (!ipaddr.isValid(host) || !ipaddr.isValidCIDR(network)) return false;
  const address = ipaddr.parse(host);
  const [base, bits] = ipaddr.parseCIDR(network);
  return address.kind() === base.kind() && address.match(base, bits);
}
