import { controlPrefix } from '../control/prefix.ts';

const patienceMs = 500;

/** What is found at an address: this server, something else, or nothing that answers. */
export type Finding = 'localyun' | 'other' | 'nothing';

/** Asks what is at `host:port` for its health. */
export async function findAt(endpoint: string): Promise<Finding> {
  let answer: Response;
  try {
    answer = await fetch(`http://${endpoint}${controlPrefix}/health`, { signal: AbortSignal.timeout(patienceMs) });
  } catch {
    return 'nothing';
  }
  const health: unknown = await answer.json().catch(() => undefined);
  const isHealthy = typeof health === 'object' && health !== null && 'schemaVersion' in health;
  return isHealthy ? 'localyun' : 'other';
}
