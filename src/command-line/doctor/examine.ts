import { defaults } from '../../options.ts';
import { callable, callableHost } from '../callable.ts';
import { checkCertificateAuthority } from './certificate-authority.ts';
import { checkClientVariables } from './client-variables.ts';
import { type Asked, checkConfiguration } from './configuration.ts';
import { checkDataDirectory } from './data-directory.ts';
import { checkDatabase } from './database.ts';
import type { Finding } from './finding.ts';
import { checkPort } from './port.ts';
import { checkProxies } from './proxies.ts';
import { checkRuntime } from './runtime.ts';
import { checkPlannedControl, checkServer } from './server.ts';
import { type FoundThere, findThere } from './server-at.ts';

/** Looks at everything that can keep a server or its clients from working, and changes nothing. */
export async function examine(asked: Asked): Promise<readonly Finding[]> {
  const { findings, effective } = await checkConfiguration(asked);
  const { values, place } = effective;
  const { host = defaults.host, port = defaults.port, dataDir = defaults.dataDir, databaseUrl, controlToken } = values;
  const target = { host: callableHost(host), port, controlToken };
  const there: FoundThere = port === 0 ? { kind: 'silent', reason: 'no port' } : await findThere(target);
  const running = there.kind === 'localyun' ? there : undefined;
  const directory = { directory: dataDir, holdsState: place === 'dataDir', isServerRunning: running !== undefined };
  return [
    ...(await checkRuntime()),
    ...findings,
    await checkPort(host, port, there),
    ...(running === undefined ? checkPlannedControl(host, controlToken) : await checkServer(target, running, place)),
    ...(await checkDataDirectory(directory)),
    ...(place === 'databaseUrl' && databaseUrl !== undefined ? [await checkDatabase(databaseUrl)] : []),
    ...(await checkCertificateAuthority(dataDir, asked.environment, running === undefined ? undefined : target)),
    ...checkClientVariables(asked.environment, callable(values)),
    checkProxies(asked.environment, target.host, port),
  ];
}
