import { afterAll, describe, expect, it } from 'vitest';
import { openInProcess } from '../support/in-process.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import { agreeOver, length } from './agreement.ts';
import { referenceCheck, unclassifiedColumns } from './checks/references.ts';

// LOCALYUN_MODEL_SEQUENCES: how many sequences are played on SQLite; on PostgreSQL it is a tenth.
const { LOCALYUN_MODEL_SEQUENCES: sequenceCount = '200' } = process.env;

const databaseUrl = testDatabaseUrl();
const onPostgres = databaseUrl !== undefined;
const runs = Math.ceil(Number(sequenceCount) / (onPostgres ? 10 : 1));

const servers = await openInProcess(databaseUrl);
const { store } = await servers.begin(0);
const checkReferences = await referenceCheck(store);
const stage = { servers, checkReferences, checkEvery: onPostgres ? 20 : 10, tally: new Map<string, number>() };

afterAll(() => servers.close());

describe('the ENI domain and its model', () => {
  it(`agree over ${runs} sequences of ${length} commands`, { timeout: 60 * 60_000 }, () => agreeOver(runs, stage));
});

describe('the schema', () => {
  it('has no column with the id of something that is neither a reference nor known to be none', async () => {
    expect(await store.read((tx) => unclassifiedColumns(tx, store.engine))).toEqual([]);
  });
});
