import { readFileSync } from 'node:fs';
import { SeedText } from '../seeds/seed-text.ts';

/**
 * What a seed file says, unchecked.
 * @throws Error with a message for people when it cannot be read
 */
export async function readSeedFile(file: string): Promise<SeedText> {
  try {
    return new SeedText(readFileSync(file, 'utf8'), file);
  } catch (error) {
    throw new Error(`cannot read the seed file ${file}: ${(error as Error).message}`);
  }
}
