import { afterAll, beforeAll, describe, it } from 'vitest';
import { agreeOver, length } from '../model/agreement.ts';
import { referenceCheck } from '../model/checks/references.ts';
import { crowdedThemes, type Stage } from '../model/play.ts';
import type { InProcessPlace } from '../support/in-process.ts';
import { openNodesInProcess } from '../support/in-process-nodes.ts';
import { testDatabaseUrl } from '../support/localyun.ts';

// LOCALYUN_NODES_SEQUENCES: how many sequences are played.
const runs = Number(process.env.LOCALYUN_NODES_SEQUENCES ?? 20);
const nodes = 3;
const databaseUrl = testDatabaseUrl();

describe.skipIf(databaseUrl === undefined)(`${nodes} servers on one PostgreSQL`, () => {
  let servers: InProcessPlace;
  let stage: Stage;

  beforeAll(async () => {
    servers = await openNodesInProcess(databaseUrl ?? '', nodes);
    const { store } = await servers.begin(0);
    stage = { servers, checkReferences: await referenceCheck(store), checkEvery: 20, tally: new Map() };
  });
  afterAll(() => servers?.close());

  // Whatever is asked of one of them is answered as if there were only one, and so is what is asked of several at once.
  it(`agree with the model over ${runs} sequences of ${length} commands`, { timeout: 60 * 60_000 }, () =>
    agreeOver(runs, stage, crowdedThemes),
  );
});
