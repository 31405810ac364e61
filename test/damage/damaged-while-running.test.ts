import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refusedStart } from '../crash/server-process.ts';
import { ask, longestMs, ok, startScene } from './scene.ts';

const scene = startScene('damaged-while-running');
const pageBytes = 4_096;

/** Overwrites each page of the database that holds a text. */
function overwritePagesWith(path: string, text: string): number {
  const pages = readFileSync(path);
  const file = openSync(path, 'r+');
  let count = 0;
  for (let at = pages.indexOf(text); at >= 0; at = pages.indexOf(text, (Math.floor(at / pageBytes) + 1) * pageBytes)) {
    writeSync(file, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, Math.floor(at / pageBytes) * pageBytes);
    count += 1;
  }
  closeSync(file);
  return count;
}

it(
  'a server that comes upon a damaged page answers 503, logs why, and goes on with what is whole',
  async () => {
    const directory = join(scene.folder, 'data');
    const first = await scene.start(directory);
    const group = { Description: 'this text is on a page that is lost' };
    const { VpcId } = await ok(first, 'Vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8' });
    await expect.poll(async () => (await ok(first, 'Vpc', 'DescribeVpcs', {})).Vpcs.Vpc[0].Status).toBe('Available');
    await ok(first, 'Ecs', 'CreateSecurityGroup', { VpcId, ...group });
    await first.stop();

    const server = await scene.start(directory);
    expect(overwritePagesWith(join(directory, 'localyun.db'), group.Description)).toBeGreaterThan(0);
    for (let time = 0; time < 3; time += 1) {
      const answer = await ask(server, 'Ecs', 'DescribeSecurityGroups', {});
      expect([answer.status, JSON.parse(answer.text).Code]).toEqual([503, 'ServiceUnavailable']);
      const made = await ask(server, 'Ecs', 'CreateSecurityGroup', { VpcId });
      expect([made.status, JSON.parse(made.text).Code]).toEqual([503, 'ServiceUnavailable']);
      expect((await ok(server, 'Vpc', 'DescribeVpcs', {})).Vpcs.Vpc.length).toBe(1);
      await ok(server, 'Vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8' }).then(({ VpcId: made }) =>
        expect.poll(async () => (await ask(server, 'Vpc', 'DeleteVpc', { VpcId: made })).status).toBe(200),
      );
    }
    expect(server.said()).toMatch(/"level":50.+the state could not be read.+database disk image is malformed/);
    expect(server.said()).toMatch(/"level":50.+the state could not be written.+database disk image is malformed/);
    await server.stop();

    const refused = await refusedStart(scene.cli, ['--data-dir', directory]);
    expect(refused).toEqual({
      code: 1,
      said: expect.stringMatching(/localyun\.db is damaged \(.+\); put a copy back/),
    });
  },
  longestMs,
);
