import { go } from './go.ts';
import { java } from './java.ts';
import { python } from './python.ts';
import { type Preparation, prepare } from './toolchain.ts';

/** The programs of every language. */
export function prepareAll(): Promise<readonly Preparation[]> {
  return Promise.all([python, go, java].map(prepare));
}
