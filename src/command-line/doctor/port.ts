import { once } from 'node:events';
import net from 'node:net';
import { version } from '../../version.ts';
import { type Finding, messageOf, ok, problem, warning } from './finding.ts';
import type { FoundThere } from './server-at.ts';

const otherPort = 'stop it, or give Localyun another --port';

/** Whether the port is free, or who has it. */
export async function checkPort(host: string, port: number, there: FoundThere): Promise<Finding> {
  const where = `${host}:${port}`;
  if (port === 0) return ok('port', 'any free one');
  if (there.kind === 'localyun') return checkVersion(where, there.version);
  if (there.kind === 'other') {
    const { server = 'no name' } = there.answer.headers;
    return problem(
      'port',
      `${where} is taken by another web server (status ${there.answer.status}, ${server})`,
      otherPort,
    );
  }
  const failure = await failureToListen(host, port);
  if (failure === undefined) return ok('port', `${where} is free: no server runs there yet`);
  switch (failure.code) {
    case 'EADDRINUSE':
      return problem('port', `${where} is taken by something that does not speak http (${there.reason})`, otherPort);
    case 'EACCES':
      return problem('port', `${where} may not be listened on by this user`, 'take a --port from 1024 on');
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return problem('port', `${host} is no address of this machine`, 'give --host 127.0.0.1, or 0.0.0.0 for all');
    default:
      return problem('port', `${where} cannot be listened on: ${failure.message}`, 'give another --host or --port');
  }
}

function checkVersion(where: string, running: string): Finding {
  if (running === version) return ok('port', `Localyun ${running} answers at ${where}`);
  return warning(
    'port',
    `Localyun ${running} answers at ${where}, and this is ${version}`,
    'start the server again with this version',
  );
}

async function failureToListen(host: string, port: number): Promise<{ code: string; message: string } | undefined> {
  const server = net.createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { code, message: messageOf(error) };
  }
  server.close();
  await once(server, 'close');
  return undefined;
}
