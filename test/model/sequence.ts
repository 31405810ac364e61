import fc, { type Random, Stream } from 'fast-check';
import type { Quotas } from './model.ts';

/** What is drawn of one command: its name, and numbers and wishes that mean something only where it is played. */
export interface Drawn {
  readonly kind: string;
  readonly args: unknown;
}

/** Everything that a sequence is made from; the same value plays the same way. */
export interface Sequence {
  /** Ids and addresses of the server follow from it. */
  readonly randomSeed: number;
  /** Whether a trunk is there from the beginning. */
  readonly withTrunk: boolean;
  readonly quotas: Quotas;
  /** Of each few, the first is played that there is something for. */
  readonly commands: readonly (readonly Drawn[])[];
}

/** Sequences of so many commands. Each is of one theme: what its commands are drawn from. */
export function sequences(themes: readonly fc.Arbitrary<Drawn>[], length: number): fc.Arbitrary<Sequence> {
  return fc.oneof(
    ...themes.map((theme) =>
      fc.record({
        randomSeed: fc.noShrink(fc.nat()),
        withTrunk: fc.boolean(),
        quotas: fc.noShrink(quotas),
        commands: new CommandList(theme, length),
      }),
    ),
  );
}

/** Small enough to be met. */
export const quotas: fc.Arbitrary<Quotas> = fc.record({
  'network-interfaces': fc.integer({ min: 3, max: 12 }),
  'security-groups': fc.integer({ min: 5, max: 8 }),
  'security-groups-per-network-interface': fc.integer({ min: 2, max: 3 }),
  'rules-per-security-group': fc.integer({ min: 1, max: 4 }),
  'group-rules-per-security-group': fc.integer({ min: 1, max: 2 }),
  'rules-per-network-interface': fc.integer({ min: 2, max: 5 }),
  'private-addresses-per-basic-security-group': fc.integer({ min: 6, max: 30 }),
  'private-addresses-per-advanced-security-group': fc.integer({ min: 4, max: 20 }),
  'secondary-private-addresses-at-creation': fc.integer({ min: 3, max: 8 }),
  vpcs: fc.constant(3),
  'v-switches-per-vpc': fc.integer({ min: 3, max: 4 }),
  eips: fc.integer({ min: 2, max: 4 }),
  'tags-per-resource': fc.integer({ min: 1, max: 3 }),
  'resource-groups': fc.integer({ min: 1, max: 2 }),
});

/** How many alternatives each command has at first. */
const alternativeCount = 4;

type Alternatives = readonly fc.Value<Drawn>[];

/** How far the shrinking of a list has come: what did not help before is not tried again. */
interface Shrinking {
  readonly commands: readonly Alternatives[];
  /** How many commands are left out at once; then, from which command on each is made simpler. */
  readonly run: number;
  readonly index: number;
}

/** Always `length` commands; a failing list is shrunk by leaving runs of commands out, the longest first, then command by command. */
class CommandList extends fc.Arbitrary<Drawn[][]> {
  readonly #command: fc.Arbitrary<Drawn>;
  readonly #length: number;

  constructor(command: fc.Arbitrary<Drawn>, length: number) {
    super();
    this.#command = command;
    this.#length = length;
  }

  override generate(random: Random): fc.Value<Drawn[][]> {
    // Not biased: small numbers would stand for the same few resources.
    const draw = () => this.#command.generate(random, undefined);
    const commands = Array.from({ length: this.#length }, () => Array.from({ length: alternativeCount }, draw));
    return drawnValue({ commands, run: this.#length >> 1, index: 0 });
  }

  override canShrinkWithoutContext(_value: unknown): _value is Drawn[][] {
    return false;
  }

  override shrink(_value: Drawn[][], context: unknown): fc.Stream<fc.Value<Drawn[][]>> {
    return new Stream(this.#smaller(context as Shrinking));
  }

  *#smaller({ commands, run: longest, index: from }: Shrinking): IterableIterator<fc.Value<Drawn[][]>> {
    for (let run = longest; run >= 1; run >>= 1) {
      // From the end: what comes last matters least to what comes before.
      for (let start = commands.length - run; start > -run; start -= run) {
        const rest = [...commands.slice(0, Math.max(0, start)), ...commands.slice(start + run)];
        yield drawnValue({ commands: rest, run, index: 0 });
      }
    }
    for (let index = from; index < commands.length; index += 1) {
      for (const simpler of this.#simpler(commands[index]!)) {
        const changed = [...commands.slice(0, index), simpler, ...commands.slice(index + 1)];
        yield drawnValue({ commands: changed, run: 0, index });
      }
    }
    // What was needed before the others were simpler may not be any more.
    for (let index = commands.length - 1; index >= 0; index -= 1) {
      const rest = commands.filter((_, other) => other !== index);
      yield drawnValue({ commands: rest, run: 0, index: rest.length });
    }
  }

  /** One of the alternatives alone, or the only one with less to it. */
  *#simpler(alternatives: Alternatives): IterableIterator<Alternatives> {
    if (alternatives.length > 1) for (const one of alternatives) yield [one];
    else
      for (const { value, context } of alternatives)
        for (const less of this.#command.shrink(value, context)) yield [less];
  }
}

function drawnValue(shrinking: Shrinking): fc.Value<Drawn[][]> {
  return new fc.Value(
    shrinking.commands.map((alternatives) => alternatives.map(({ value }) => value)),
    shrinking,
  );
}
