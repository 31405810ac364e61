import { StoreUnavailable } from '../store/store.ts';

/** What the system says of a disk that takes no more, in words. */
const diskProblems: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'the file would be larger than the server may write',
  EROFS: 'the disk is read-only',
  EACCES: 'the server may not write there',
  EPERM: 'the server may not write there',
  EIO: 'the disk does not work',
};

/** Why a call can be carried out later and not now, for people; undefined for any other error. */
export function unavailability(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof StoreUnavailable) {
    const { message } = rootOf(error);
    return message === error.message ? message : `${error.message}: ${message}`;
  }
  const { code, syscall } = error as NodeJS.ErrnoException;
  const problem = code === undefined || syscall === undefined ? undefined : diskProblems[code];
  return problem === undefined ? undefined : `the file could not be written: ${problem} (${code})`;
}

/** What all the errors come from, as far as it has something to say. */
function rootOf(error: Error): Error {
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? rootOf(cause) : error;
}
