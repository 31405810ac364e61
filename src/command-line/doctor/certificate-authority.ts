import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import tls from 'node:tls';
import { isUsableAuthority } from '../../gateway/transport/certificate-checks.ts';
import { certificateDirectory, readCertificateFile } from '../../gateway/transport/certificate-files.ts';
import { type Environment, type Finding, messageOf, ok, problem, warning } from './finding.ts';
import type { Target } from './server-at.ts';

const check = 'certificate authority';
/** The variables by which clients are told whom to trust: Node adds to its own, Go and Python take it instead. */
const trustVariables = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'] as const;
const patienceMs = 3_000;

/** The authority of a data directory, who trusts it, and whether the running server uses it. */
export async function checkCertificateAuthority(
  dataDirectory: string,
  environment: Environment,
  running: Target | undefined,
): Promise<readonly Finding[]> {
  const directory = certificateDirectory(dataDirectory);
  const file = join(directory, 'ca.pem');
  let authority: { readonly cert: string | undefined; readonly key: string | undefined };
  try {
    authority = {
      cert: await readCertificateFile(directory, 'ca.pem'),
      key: await readCertificateFile(directory, 'ca-key.pem'),
    };
  } catch (error) {
    return [problem(check, `${directory} cannot be read: ${messageOf(error)}`, 'make it readable for this user')];
  }
  const { cert, key } = authority;
  if (cert === undefined || key === undefined) {
    const absent = ok(check, 'not there yet; localyun ca, or the first https connection, makes it');
    return [absent, ...trustVariables.map((name) => checkTrust(name, environment[name], undefined, file))];
  }
  if (!isUsableAuthority({ cert, key }, new Date())) {
    const says = `${file} is damaged, not of its key, or over: the server puts another in its place`;
    return [problem(check, says, 'localyun ca makes the new one; give it to the clients')];
  }
  const until = new X509Certificate(cert).validTo;
  return [
    ok(check, `${file}, valid until ${until}`),
    ...trustVariables.map((name) => checkTrust(name, environment[name], cert, file)),
    ...(running === undefined ? [] : [await checkHttps(running, cert)]),
  ];
}

function checkTrust(name: string, trusted: string | undefined, cert: string | undefined, file: string): Finding {
  const todo = `export ${name}=${file}`;
  if (trusted === undefined || trusted === '') return ok(name, `not set; for clients that speak https: ${todo}`);
  let text: string;
  try {
    text = readFileSync(trusted, 'utf8');
  } catch (error) {
    return problem(name, `names a file that cannot be read: ${messageOf(error)}`, todo);
  }
  if (cert !== undefined && contains(text, cert)) return ok(name, `trusts this authority: ${trusted}`);
  return warning(name, `does not trust the authority of this data directory: ${trusted}`, todo);
}

function contains(bundle: string, cert: string): boolean {
  const { fingerprint256 } = new X509Certificate(cert);
  const blocks = bundle.match(/-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----/gs) ?? [];
  return blocks.some((block) => {
    try {
      return new X509Certificate(block).fingerprint256 === fingerprint256;
    } catch {
      return false;
    }
  });
}

/** A connection that trusts the authority of the data directory and nothing else. */
async function checkHttps({ host, port }: Target, cert: string): Promise<Finding> {
  const socket = tls.connect({ host, port, ca: cert, servername: 'localhost' });
  const failure = await new Promise<Error | undefined>((resolve) => {
    socket.on('secureConnect', () => resolve(undefined));
    socket.on('error', resolve);
    socket.setTimeout(patienceMs, () => resolve(new Error('it does not answer in time')));
  });
  socket.destroy();
  if (failure === undefined) return ok('https', 'the server has a certificate of this authority');
  return problem(
    'https',
    `the server has no certificate of this authority: ${messageOf(failure)}`,
    'call this with the --data-dir that the server was started with',
  );
}
