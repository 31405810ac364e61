import type { Contract } from '../contracts/contract.ts';
import { findProductName } from '../contracts/load.ts';
import type { RequestRecord } from '../gateway/pipeline.ts';

/** The upper bounds of the classes that durations are counted in, in milliseconds; the last class has none. */
export const durationBoundsMs = [0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000] as const;

/** How often one operation was called, and how long that took. */
export interface OperationCounts {
  /** Both empty for what names no operation. */
  readonly product: string;
  readonly action: string;
  /** By code; that of a success is empty. */
  readonly codes: ReadonlyMap<string, number>;
  /** How many requests there are of each class of durations. */
  readonly durations: readonly number[];
  readonly totalMs: number;
}

interface Counts extends OperationCounts {
  readonly codes: Map<string, number>;
  readonly durations: number[];
  totalMs: number;
}

/** Counts requests as they are answered; plain numbers, since every request passes here. */
export class RequestCounts {
  readonly #byContract = new Map<Contract | undefined, Counts>();

  record({ exchange, refusal, durationMs }: RequestRecord): void {
    const { contract } = exchange;
    let counts = this.#byContract.get(contract);
    if (counts === undefined) {
      const product = contract === undefined ? '' : (findProductName(exchange.version ?? '') ?? '');
      const action = contract === undefined ? '' : (exchange.action ?? '');
      counts = { product, action, codes: new Map(), durations: durationBoundsMs.map(() => 0).concat(0), totalMs: 0 };
      this.#byContract.set(contract, counts);
    }
    const code = refusal?.code ?? '';
    counts.codes.set(code, (counts.codes.get(code) ?? 0) + 1);
    let place = 0;
    while (durationMs > (durationBoundsMs[place] ?? Number.POSITIVE_INFINITY)) place += 1;
    counts.durations[place] = (counts.durations[place] ?? 0) + 1;
    counts.totalMs += durationMs;
  }

  /** By operation, those that were called. */
  list(): readonly OperationCounts[] {
    return [...this.#byContract.values()];
  }
}
