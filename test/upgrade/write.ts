/**
 * `npm run upgrade-fixture`: lives a life against the built server, and keeps its state for the tests of later builds;
 * `-- --cli FILE` takes the command of another build. It runs where LOCALYUN_TEST_DATABASE_URL says where a PostgreSQL is.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServerProcess } from '../crash/server-process.ts';
import { type Fixture, type FixtureEngine, type Told, writeFixture } from './fixture.ts';
import { life, looks, seededKey, tokened, underWay } from './life.ts';
import { dropSchema, dumpedSchema, dumpSchema } from './postgres-dump.ts';
import { type Answered, advance, carryOut, type Kept, schemaVersionOf } from './wire.ts';

const { values } = parseArgs({ options: { cli: { type: 'string', default: 'dist/cli.js' } } });
const databaseUrl = process.env.LOCALYUN_TEST_DATABASE_URL;
if (databaseUrl === undefined) {
  process.stderr.write('upgrade-fixture: run it as .ci/with-postgres npm run upgrade-fixture, for both engines\n');
  process.exit(2);
}

/** Accounts as they are made without the API; a RAM user of before there was an API for it. */
const seed = {
  accounts: [
    {
      accessKeyId: 'localyun',
      quotas: { 'network-interfaces': 777 },
      regionsWithoutNetworkInterfaces: ['cn-beijing'],
      ramUsers: [{ userName: 'seeded', ...seededKey }],
    },
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'localyun-upgrade-'));
try {
  await write('sqlite', ['--data-dir', folder], async () => readFileSync(join(folder, 'localyun.db')));
  await dropSchema(databaseUrl, dumpedSchema);
  await write('postgresql', ['--database-url', `${databaseUrl}?schema=${dumpedSchema}`], () => dumpSchema(databaseUrl));
  await dropSchema(databaseUrl, dumpedSchema);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function write(engine: FixtureEngine, flags: readonly string[], readState: () => Promise<Buffer>): Promise<void> {
  const seedFile = `${folder}-seed.yaml`;
  writeFileSync(seedFile, JSON.stringify(seed));
  const common = ['--transitions', 'manual', '--log-level', 'error', '--seed', seedFile];
  const server = await startServerProcess(values.cli, [...flags, ...common]);
  let schemaVersion: number;
  let told: Told;
  try {
    schemaVersion = await schemaVersionOf(server.port);
    told = await tell(server.port);
    await server.stop();
  } finally {
    await server.kill();
    rmSync(seedFile);
  }
  const fixture: Fixture = { schemaVersion, state: await readState(), told };
  writeFixture(fixture, engine);
  process.stdout.write(`schema ${schemaVersion} on ${engine}: ${told.looks.length} answers\n`);
}

async function tell(port: number): Promise<Told> {
  const kept: Kept = new Map();
  let created: Answered | undefined;
  for (const step of life) {
    const answered = await carryOut(port, step, kept);
    if (answered === undefined) process.stdout.write(`not known to this build: ${step.action}\n`);
    if (step === tokened) created = answered;
    await advance(port, 10_000);
  }
  for (const step of underWay) await carryOut(port, step, kept);
  const answers: Answered[] = [];
  for (const step of looks) {
    const answered = await carryOut(port, step, kept);
    if (answered !== undefined) answers.push(answered);
  }
  if (created === undefined) throw new Error(`there is no answer of ${tokened.action}`);
  return { kept: Object.fromEntries(kept), tokened: created, looks: answers };
}
