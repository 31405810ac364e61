import { readFileSync } from 'node:fs';

/**
 * What a seed file says, unchecked.
 * @throws Error with a message for people when it cannot be read, or is not YAML
 */
export async function readSeedFile(file: string): Promise<unknown> {
  const { parse } = await import('yaml');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`cannot read the seed file ${file}: ${(error as Error).message}`);
  }
  try {
    return parse(text) ?? {};
  } catch (error) {
    throw new Error(`the seed file ${file} is not YAML: ${(error as Error).message}`);
  }
}
