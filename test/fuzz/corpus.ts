import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An input that is tried before all others, and why. */
export interface Remembered {
  readonly target: string;
  readonly note: string;
  readonly input: unknown;
}

/** What the files of the corpus hold: a file a target, in it a list of inputs with what each was found by or stands for. */
export function readCorpus(): readonly Remembered[] {
  const folder = join(import.meta.dirname, 'corpus');
  return readdirSync(folder).flatMap((file) => {
    const inputs = JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Omit<Remembered, 'target'>[];
    return inputs.map((one) => ({ ...one, target: file.replace(/\.json$/, '') }));
  });
}
