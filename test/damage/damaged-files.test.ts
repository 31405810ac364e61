import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusedStart } from '../crash/server-process.ts';
import { longestMs, ok, startScene } from './scene.ts';

const scene = startScene('damaged-files');
const { folder } = scene;
/** A state that a server closed, and one that a killed server left with its log. */
const closed = join(folder, 'closed');
const left = join(folder, 'left');

beforeAll(async () => {
  const server = await scene.start(closed);
  await ok(server, 'Vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8', VpcName: 'kept' });
  await server.stop();
  cpSync(closed, left, { recursive: true });
  const again = await scene.start(left);
  for (let made = 0; made < 3; made += 1) await ok(again, 'Vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8' });
  await again.kill();
}, longestMs);

const databaseIn = (directory: string) => join(directory, 'localyun.db');
const logIn = (directory: string) => `${databaseIn(directory)}-wal`;

function overwrite(path: string, at: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0xa5), 0, length, at);
  closeSync(file);
}

function onDatabase(directory: string, change: (database: Database.Database) => void): void {
  const database = new Database(databaseIn(directory));
  change(database);
  database.close();
}

const half = (path: string) => Math.floor(statSync(path).size / 2);

/** What is done to a state, and what a server says that is to start on it; `DIR` is the data directory. */
const damages: readonly (readonly [string, from: string, (directory: string) => void, said: RegExp])[] = [
  [
    'a text in place of the database',
    closed,
    (directory) => writeFileSync(databaseIn(directory), 'somebody may want this back\n'.repeat(400)),
    /DIR\/localyun\.db is not a database, or its beginning is damaged; put a copy back, or move the data directory away/,
  ],
  [
    'a database that is empty',
    closed,
    (directory) => truncateSync(databaseIn(directory), 0),
    /DIR\/localyun\.db is empty; put a copy back, or move the data directory away to begin anew/,
  ],
  [
    'a database whose beginning is overwritten',
    closed,
    (directory) => overwrite(databaseIn(directory), 0, 100),
    /DIR\/localyun\.db is not a database, or its beginning is damaged/,
  ],
  [
    'a database that ends in the middle',
    closed,
    (directory) => truncateSync(databaseIn(directory), half(databaseIn(directory))),
    /DIR\/localyun\.db is damaged \(its end is missing\); put a copy back, or move the data directory away to begin/,
  ],
  [
    'a database that lacks the end of its last page',
    closed,
    (directory) => truncateSync(databaseIn(directory), statSync(databaseIn(directory)).size - 1_000),
    /DIR\/localyun\.db is damaged/,
  ],
  [
    'a database with a page overwritten in its middle',
    closed,
    (directory) => overwrite(databaseIn(directory), 40 * 4_096, 4_096),
    /DIR\/localyun\.db is damaged/,
  ],
  [
    'a log whose database is missing',
    left,
    (directory) => rmSync(databaseIn(directory)),
    /DIR\/localyun\.db is missing, but its log DIR\/localyun\.db-wal is there; put a copy back, or move the log away/,
  ],
  [
    'a log with a page overwritten in its middle',
    left,
    (directory) => overwrite(logIn(directory), half(logIn(directory)), 8),
    /DIR\/localyun\.db-wal is damaged at byte \d+, and more was committed behind it; put a copy back, or cut the log off/,
  ],
  [
    'a log whose beginning is overwritten',
    left,
    (directory) => overwrite(logIn(directory), 0, 32),
    /DIR\/localyun\.db-wal is damaged at byte 0/,
  ],
  [
    'a database that a newer build wrote',
    left,
    (directory) => onDatabase(directory, (database) => database.exec('INSERT INTO schema_version VALUES (9999)')),
    /DIR\/localyun\.db was written by a newer Localyun \(schema 9999, this build knows \d+\); use that version, or/,
  ],
  [
    'a database of another program',
    closed,
    (directory) => {
      rmSync(databaseIn(directory));
      onDatabase(directory, (database) => database.exec('CREATE TABLE song (title TEXT)'));
    },
    /DIR\/localyun\.db is not a database of Localyun; use another data directory/,
  ],
  [
    'a folder in place of the database',
    closed,
    (directory) => {
      rmSync(databaseIn(directory));
      mkdirSync(databaseIn(directory));
    },
    /DIR\/localyun\.db is not a file; use another data directory/,
  ],
];

/** Names and contents of the files in a folder. */
function filesIn(directory: string): readonly (readonly [name: string, digest: string])[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(directory, name)))
        .digest('hex'),
    ]);
}

async function vpcNames(directory: string): Promise<readonly string[]> {
  const server = await scene.start(directory);
  const answer = await ok(server, 'Vpc', 'DescribeVpcs', {});
  await server.stop();
  return answer.Vpcs.Vpc.map(({ VpcName }: { VpcName: string }) => VpcName);
}

describe('a server does not start on', () => {
  it.each(damages)(
    '%s: it says what to do, and leaves the files as they are',
    async (name, from, damage, said) => {
      const directory = join(folder, name.replaceAll(' ', '-'));
      cpSync(from, directory, { recursive: true });
      damage(directory);
      const before = filesIn(directory);
      const refused = await refusedStart(scene.cli, ['--data-dir', directory]);
      expect(refused.code).toBe(1);
      expect(refused.said.replaceAll(directory, 'DIR')).toMatch(said);
      expect(refused.said).toMatch(/^localyun: cannot open the data directory .+\n$/);
      expect(filesIn(directory)).toEqual(before);
    },
    longestMs,
  );

  it(
    'a file in place of the data directory',
    async () => {
      const directory = join(folder, 'file');
      writeFileSync(directory, 'a file');
      const refused = await refusedStart(scene.cli, ['--data-dir', directory]);
      expect(refused).toMatchObject({ code: 1, said: expect.stringContaining(`data directory ${directory}: `) });
      expect(readFileSync(directory, 'utf8')).toBe('a file');
    },
    longestMs,
  );
});

describe('a server starts on', () => {
  it(
    'a log whose last commit was not written to its end, without that one',
    async () => {
      const directory = join(folder, 'torn');
      cpSync(left, directory, { recursive: true });
      truncateSync(logIn(directory), statSync(logIn(directory)).size - 100);
      expect((await vpcNames(directory)).length).toBe(3);
    },
    longestMs,
  );

  it(
    'a log that has a hole from before the system started, where the power may have failed',
    async () => {
      const directory = join(folder, 'hole');
      cpSync(left, directory, { recursive: true });
      overwrite(logIn(directory), half(logIn(directory)), 8);
      utimesSync(logIn(directory), new Date(0), new Date(0));
      expect(await vpcNames(directory)).toContain('kept');
    },
    longestMs,
  );

  it(
    'a log that was cut off where it is damaged, as its refusal says',
    async () => {
      const directory = join(folder, 'cut');
      cpSync(left, directory, { recursive: true });
      overwrite(logIn(directory), half(logIn(directory)), 8);
      const { said } = await refusedStart(scene.cli, ['--data-dir', directory]);
      truncateSync(logIn(directory), Number(/at byte (\d+)/.exec(said)?.[1]));
      expect(await vpcNames(directory)).toContain('kept');
    },
    longestMs,
  );
});
