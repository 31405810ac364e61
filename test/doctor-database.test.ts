import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine } from '../src/command-line/doctor/examine.ts';
import { startTestLocalyun, testDatabaseUrl } from './support/localyun.ts';

const url = testDatabaseUrl();

/** What localyun doctor says about a database. */
async function database(databaseUrl: string) {
  const findings = await examine({ flags: { port: 0, databaseUrl }, environment: {} });
  return findings.find(({ check }) => check === 'database');
}

describe.runIf(url !== undefined)('localyun doctor, about a PostgreSQL database', () => {
  // The body is read on SQLite too, where nothing of it is run.
  const databaseUrl = url ?? 'postgres://nowhere/localyun';
  const schema = new URL(databaseUrl).searchParams.get('schema');
  const localyun = startTestLocalyun({ databaseUrl });
  const client = new pg.Client(databaseUrl.replace(/[?&]schema=\w+/, ''));
  const role = `role_${schema}`;
  const as = (user: string) => {
    const location = new URL(databaseUrl);
    location.username = user;
    return location.toString();
  };

  beforeAll(async () => {
    await client.connect();
    await client.query(`CREATE ROLE ${role} LOGIN`);
  });
  afterAll(async () => {
    await client.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await client.end();
  });

  it('that a server works with', async () => {
    expect(localyun.port).toBeGreaterThan(0);
    expect(await database(databaseUrl)).toMatchObject({
      outcome: 'ok',
      says: expect.stringMatching(new RegExp(`^PostgreSQL \\d+.*, schema ${schema}, schema version \\d+$`)),
    });
  });

  it('without a schema yet, which this user may make, and another may not', async () => {
    const absent = (from: string) => from.replace(/schema=\w+/, 'schema=not_there_yet');
    expect(await database(absent(databaseUrl))).toMatchObject({
      outcome: 'ok',
      says: expect.stringMatching(/no state yet/),
    });
    expect(await database(absent(as(role)))).toMatchObject({
      outcome: 'problem',
      says: expect.stringMatching(/lacks CREATE on the database \(no schema not_there_yet\)/),
    });
  });

  it('in which the user lacks rights', async () => {
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    expect(await database(as(role))).toMatchObject({
      outcome: 'problem',
      says: expect.stringMatching(
        /lacks USAGE and CREATE on the schema .*, and SELECT.*on \d+ of its tables, and the ownership/,
      ),
      todo: expect.stringMatching(/grant/),
    });
  });

  it('that does not let the user in', async () => {
    expect(await database(as('nobody_at_all'))).toMatchObject({
      outcome: 'problem',
      says: expect.stringMatching(/nobody_at_all.*does not exist/),
    });
  });

  it('that was written by a newer version', async () => {
    await client.query(`INSERT INTO ${schema}.schema_version (version) VALUES (9999)`);
    expect(await database(databaseUrl)).toMatchObject({
      outcome: 'problem',
      says: expect.stringMatching(/newer Localyun \(schema version 9999\)/),
    });
  });
});
