import { startServer } from '../../../src/server.ts';
import { openScene } from '../scene.ts';
import { type Runnable, runnable } from '../target.ts';
import { controlTarget } from './control.ts';
import { messagesTarget } from './messages.ts';
import { policiesTarget } from './policies.ts';
import { requestsTarget } from './requests.ts';
import { seedsTarget } from './seeds.ts';
import { signaturesTarget } from './signatures.ts';
import { socketsTarget } from './sockets.ts';
import { textsTarget } from './texts.ts';

/** How many runs of each target come with one run of `requests`; those of the cheap ones cost about as much together. */
export const shares: Readonly<Record<string, number>> = {
  requests: 1,
  messages: 2,
  control: 1,
  seeds: 0.5,
  sockets: 0.5,
  signatures: 1,
  texts: 10,
  policies: 5,
};

/** All targets, on a server of their own. On PostgreSQL only those that touch the state. */
export async function openTargets(
  databaseUrl: string | undefined,
): Promise<{ readonly targets: readonly Runnable[]; close(): Promise<void> }> {
  const scene = await openScene(databaseUrl);
  const onScene = [
    runnable(requestsTarget(scene)),
    runnable(messagesTarget(scene)),
    runnable(controlTarget(scene)),
    runnable(seedsTarget(scene)),
  ];
  if (databaseUrl !== undefined) return { targets: onScene, close: () => scene.close() };
  const server = await startServer({ port: 0, logLevel: 'silent', transitions: 'manual' });
  const targets = [
    ...onScene,
    runnable(socketsTarget(server.port)),
    runnable(signaturesTarget(server.port)),
    runnable(textsTarget),
    runnable(policiesTarget),
  ];
  return {
    targets,
    async close() {
      await server.close(0);
      await scene.close();
    },
  };
}
