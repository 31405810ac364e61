import type { ClientKind, OfficialClient, Target } from './official-client.ts';

/** What one client was seen to do. */
interface Observed {
  readonly operations: Set<string>;
  readonly codes: Set<string>;
}

/**
 * Keeps what official clients did against a server: the operations that answered them, and the codes they were refused
 * with and could read.
 */
export class Proof {
  readonly #observed = new Map<string, Observed>();

  /** The same client, watched. */
  watch(kind: ClientKind): ClientKind {
    const observed: Observed = { operations: new Set(), codes: new Set() };
    this.#observed.set(kind.name, observed);
    return {
      name: kind.name,
      exposed: (error) => kind.exposed(error),
      connect: (target) => watched(kind, target, observed),
    };
  }

  /** The text of `docs/proven-by-clients.json`. */
  text(): string {
    const byClient = [...this.#observed].map(([name, { operations, codes }]) => [
      name,
      { operations: [...operations].sort(), codes: [...codes].sort() },
    ]);
    return `${JSON.stringify(Object.fromEntries(byClient), undefined, 2)}\n`;
  }
}

function watched(kind: ClientKind, target: Target, observed: Observed): OfficialClient {
  const client = kind.connect(target);
  return {
    async call(product, action, parameters) {
      try {
        const answer = await client.call(product, action, parameters);
        observed.operations.add(`${product}.${action}`);
        return answer;
      } catch (error) {
        observed.codes.add(`${product}.${action} ${kind.exposed(error).code}`);
        throw error;
      }
    },
  };
}
