import { go } from './go.ts';
import { java } from './java.ts';
import { python } from './python.ts';
import { type Preparation, prepare } from './toolchain.ts';

/** The programs of every language, one language after the other: each uses all cores. */
export async function prepareAll(): Promise<readonly Preparation[]> {
  const all: Preparation[] = [];
  for (const toolchain of [python, go, java]) all.push(await prepare(toolchain));
  return all;
}
