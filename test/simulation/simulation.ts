import fc from 'fast-check';
import { themes } from '../model/play.ts';
import { type Sequence, sequences } from '../model/sequence.ts';
import { type Breakage, type LifeReport, live } from './life.ts';

/** What one seed has come to. */
export interface Simulated {
  /** Undefined when it failed. */
  readonly report: LifeReport | undefined;
  readonly failure: string | undefined;
}

export interface SimulationOptions {
  readonly seed: number;
  /** How many commands the clients carry out together. */
  readonly commands: number;
  readonly breakage?: Breakage;
  /** Whether to look for a failure with fewer commands. */
  readonly shrinks?: boolean;
  /** Of a smaller failure that was found: replays it alone. */
  readonly path?: string | undefined;
}

/** Lives the life of a seed. */
export async function simulate({ seed, commands, breakage, shrinks, path }: SimulationOptions): Promise<Simulated> {
  let report: LifeReport | undefined;
  const property = fc.asyncProperty(sequences(themes, commands), async ({ commands: drawn }: Sequence) => {
    report = undefined;
    report = await live({ seed, commands: drawn, ...(breakage === undefined ? {} : { breakage }) });
  });
  const outcome = await fc.check(property, {
    seed,
    numRuns: 1,
    endOnFailure: shrinks !== true,
    ...(path === undefined ? {} : { path }),
  });
  if (!outcome.failed) return { report, failure: undefined };
  const { message } = outcome.errorInstance as Error;
  const smaller = outcome.numShrinks > 0 || path !== undefined ? ` --path ${outcome.counterexamplePath}` : '';
  const command = `npm run simulate -- --seed ${seed} --seeds 1 --commands ${commands}${smaller}`;
  return { report: undefined, failure: `${message}\n\nto see it again: ${command}` };
}
