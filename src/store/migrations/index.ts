import { initial } from './0001-initial.ts';
import { eip } from './0002-eip.ts';

/** Forward only: the schema's versions in order. Never change one that was released; append. */
export const migrations: readonly (readonly string[])[] = [initial, eip];
