import { expect, it } from 'vitest';
import { schemaVersion } from '../../src/store/migrate.ts';
import { seededDraw } from '../crash/draw.ts';
import { killWhileStarting, startServerProcess } from '../crash/server-process.ts';
import { checkState } from '../crash/state.ts';
import { builtCommand } from '../support/built-command.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import { differences } from './contains.ts';
import { type FixtureEngine, fixtureVersions, readFixture } from './fixture.ts';
import { restorePostgres, restoreSqlite } from './restored.ts';
import { schemaOf } from './schema.ts';
import { ask } from './wire.ts';

const databaseUrl = testDatabaseUrl() === undefined ? undefined : process.env.LOCALYUN_TEST_DATABASE_URL;
const engine: FixtureEngine = databaseUrl === undefined ? 'sqlite' : 'postgresql';
const kills = 5;

it('a server that is killed while it upgrades a state leaves one that can be upgraded', async () => {
  const [oldest = schemaVersion] = fixtureVersions();
  const { state, told } = readFixture(oldest, engine);
  const draw = seededDraw(1);
  const cli = await builtCommand();
  const restore = () => (databaseUrl === undefined ? restoreSqlite(state) : restorePostgres(databaseUrl, state));
  let startingMs = 0;
  for (let kill = 0; kill <= kills; kill += 1) {
    const restored = await restore();
    try {
      const { dataDir = '', databaseUrl: url } = restored.options;
      const place = url === undefined ? ['--data-dir', dataDir] : ['--database-url', url];
      const flags = [...place, '--transitions', 'manual', '--log-level', 'error'];
      // The schema is upgraded in the second half of the time that a start takes, which the first one tells.
      if (startingMs > 0) await killWhileStarting(cli, flags, startingMs / 2 + draw(startingMs / 2));
      const beganMs = performance.now();
      const server = await startServerProcess(cli, flags);
      startingMs = performance.now() - beganMs;
      const found: string[] = [];
      for (const { product, action, parameters, body: older } of told.looks) {
        const { RequestId: _, ...rest } = older;
        found.push(
          ...differences(rest, JSON.parse((await ask(server.port, product, action, parameters)).text), action),
        );
      }
      await server.stop();
      expect(found).toEqual([]);
      const store = await restored.open();
      try {
        await checkState(store);
        expect((await schemaOf(store)).length).toBeGreaterThan(100);
      } finally {
        await store.close();
      }
    } finally {
      await restored.remove();
    }
  }
}, 300_000);
