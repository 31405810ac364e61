import fc from 'fast-check';

/** One way into the server, with what can be sent there. */
export interface Target<Input> {
  readonly name: string;
  /** Inputs that can be written down as JSON and read again. */
  readonly inputs: fc.Arbitrary<Input>;
  /** Sends one. @throws Error that says what is wrong with how it was taken */
  readonly check: (input: Input) => Promise<void>;
}

/** An input, and where it belongs: what is printed of a finding, and what the corpus is made of. */
export interface Sample {
  readonly target: string;
  readonly input: unknown;
}

/** A target whose inputs are nobody's business. */
export interface Runnable {
  readonly name: string;
  /** @param timeMs after which no run begins */
  run(seed: number, runs: number, timeMs: number): Promise<{ readonly runs: number; readonly finding?: Finding }>;
  replay(input: unknown): Promise<void>;
}

/** What was found, with the smallest input that shows it. */
export interface Finding extends Sample {
  readonly error: unknown;
}

export function runnable<Input>({ name, inputs, check }: Target<Input>): Runnable {
  return {
    name,
    async run(seed, numRuns, timeMs) {
      const limits = { interruptAfterTimeLimit: timeMs, markInterruptAsFailure: false };
      const { failed, ...details } = await fc.check(fc.asyncProperty(inputs, check), { seed, numRuns, ...limits });
      if (!failed || details.counterexample === null) return { runs: details.numRuns };
      const [input] = details.counterexample;
      return { runs: details.numRuns, finding: { target: name, input, error: details.errorInstance } };
    },
    replay: (input) => check(input as Input),
  };
}

/** An error with everything that it was caused by. */
export function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${told(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
