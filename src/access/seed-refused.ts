/** One thing that is wrong with a seed. */
export interface SeedProblem {
  /** Where it is in the document: names and numbers from the top. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** Whether it is about the name at the end of the path, and not about its value. */
  readonly isOfName?: boolean;
  /** Its line and column, where the path does not tell. */
  readonly place?: string | undefined;
}

/** The line and column of a problem in the text of a seed, `12:5`; undefined when they are not known. */
export type PlaceOf = (problem: Pick<SeedProblem, 'path' | 'isOfName'>) => string | undefined;

/** How many problems are told; of the others only the number. */
export const mostProblems = 100;

/** A seed that cannot be used; the message has a line for each problem, with its place in the document. */
export class SeedRefused extends Error {
  override readonly name = 'SeedRefused';
  readonly problems: readonly SeedProblem[];

  constructor(problems: readonly SeedProblem[], placeOf: PlaceOf = () => undefined) {
    // To find a place takes long in a long text, so it is looked up for what is told only.
    const placed = problems.slice(0, mostProblems).map((problem) => ({ place: placeOf(problem), ...problem }));
    const lines = placed.sort(byPlace).map(({ path, message, place }) => {
      return `  ${place === undefined ? '' : `${place} `}${path.join('.') || '(document)'}: ${message}`;
    });
    const more = problems.length - lines.length;
    super(`the seed is not valid:\n${lines.join('\n')}${more > 0 ? `\n  and ${more} more` : ''}`);
    this.problems = problems;
  }
}

function byPlace(one: Pick<SeedProblem, 'place'>, other: Pick<SeedProblem, 'place'>): number {
  const [line = 0, column = 0] = numbersIn(one.place);
  const [otherLine = 0, otherColumn = 0] = numbersIn(other.place);
  return line - otherLine || column - otherColumn;
}

/** Line and column are at the end, after the name of the file. */
function numbersIn(place: string | undefined): readonly number[] {
  return (place ?? '').split(':').slice(-2).map(Number);
}
