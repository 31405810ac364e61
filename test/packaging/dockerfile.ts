/** One stage of a Dockerfile. */
export interface Stage {
  readonly name: string;
  /** The word and the rest of each instruction, in order, lines joined. */
  readonly instructions: readonly (readonly [word: string, rest: string])[];
  readonly copies: readonly Copy[];
}

export interface Copy {
  readonly sources: readonly string[];
  readonly target: string;
  /** Another stage; undefined for the folder of the build. */
  readonly from: string | undefined;
}

/** The stages of a Dockerfile as far as ours needs it. */
export function readDockerfile(text: string): readonly Stage[] {
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const instructions = lines.map((line) => {
    const [, word = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    return [word, rest] as const;
  });
  const starts = instructions.flatMap(([word], index) => (word === 'FROM' ? [index] : []));
  return starts.map((start, index) => {
    const own = instructions.slice(start, starts[index + 1]);
    const copies = own.filter(([word]) => word === 'COPY').map(([, rest]) => copyOf(rest));
    return { name: /\bAS (\w+)/.exec(own[0]![1])?.[1] ?? String(index), instructions: own, copies };
  });
}

export function copyOf(rest: string): Copy {
  const words = rest.split(/\s+/);
  const from = /^--from=(\w+)$/.exec(words[0] ?? '')?.[1];
  const paths = words.filter((word) => !word.startsWith('--'));
  return { sources: paths.slice(0, -1), target: paths.at(-1) ?? '', from };
}
