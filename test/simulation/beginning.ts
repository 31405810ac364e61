import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { SqliteStore } from '../../src/store/sqlite.ts';
import { emptyModel, type Model } from '../model/model.ts';
import { prepare } from '../model/scene.ts';
import { quotas } from '../model/sequence.ts';
import { accessKeys, accountNames, World } from '../model/world.ts';
import { delaysMs, placeOn } from '../support/in-process.ts';
import { createMarks } from './observed-store.ts';
import { scratchFolder } from './scratch-folder.ts';

/** What a life begins with: a state with networks and instances, as a file, and the model of it. */
export interface Beginning {
  readonly file: Buffer;
  readonly model: Model;
}

/** So many different ones there are. */
export const beginningCount = 8;

const known = new Map<number, Promise<Beginning>>();

/** They cost more than the life after them, and are made once. @param number from 0 */
export function beginningOf(number: number): Promise<Beginning> {
  const earlier = known.get(number);
  if (earlier !== undefined) return earlier;
  const made = make(number);
  known.set(number, made);
  return made;
}

async function make(number: number): Promise<Beginning> {
  const folder = scratchFolder();
  try {
    const store = SqliteStore.open(folder);
    const world = await worldOn(store, number);
    await prepare(world, number % 2 === 1);
    await store.close();
    const path = join(folder, 'localyun.db');
    const database = new Database(path);
    database.exec(createMarks);
    database.close();
    world.model.nowMs = world.server.nowMs();
    return { file: readFileSync(path), model: world.model };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function worldOn(store: SqliteStore, number: number): Promise<World> {
  const [drawn] = fc.sample(quotas, { seed: number, numRuns: 1 });
  const server = await placeOn(store).begin(number);
  await server.levers.seed({
    accounts: accountNames.map((name) => ({ accessKeyId: accessKeys[name], quotas: drawn })),
  });
  const accountIds = { owner: '', stranger: '' };
  for (const name of accountNames) {
    const { body } = await server.call(accessKeys[name], 'Sts', 'GetCallerIdentity', {});
    accountIds[name] = body.AccountId;
  }
  return new World(server, emptyModel({ nowMs: server.nowMs(), delaysMs, accountIds, quotas: drawn! }), new Map());
}
