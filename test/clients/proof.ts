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
  watch<Kind extends ClientKind>(kind: Kind): Kind {
    const observed: Observed = { operations: new Set(), codes: new Set() };
    this.#observed.set(kind.name, observed);
    return { ...kind, connect: (target) => watched(kind, target, observed) };
  }

  /**
   * The text of `docs/proven-by-clients.json`.
   * @param earlier what it said before; of clients that are missing now, that is kept
   */
  text(earlier: Readonly<Record<string, unknown>>, isMissing: (client: string) => boolean): string {
    const kept = Object.keys(earlier).filter((name) => this.#observed.has(name) || isMissing(name));
    const names = new Set([...kept, ...this.#observed.keys()]);
    const byClient = [...names].map((name) => {
      const { operations, codes } = this.#observed.get(name) ?? {};
      if (operations === undefined || codes === undefined) return [name, earlier[name]];
      return [name, { operations: [...operations].sort(), codes: [...codes].sort() }];
    });
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
        observed.codes.add(`${product}.${action} ${codeOf(kind, error)}`);
        throw error;
      }
    },
  };
}

/** The code as the service has it. */
function codeOf(kind: ClientKind, error: unknown): string {
  const { code } = kind.exposed(error);
  const renamed = Object.entries(kind.renamedCodes ?? {}).find(([, name]) => name === code);
  return renamed?.[0] ?? code;
}
