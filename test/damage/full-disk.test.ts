import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAnswers } from '../crash/check.ts';
import { settle } from '../crash/crash.ts';
import { seededDraw } from '../crash/draw.ts';
import { Life } from '../crash/life.ts';
import { refusedStart, type ServerProcess } from '../crash/server-process.ts';
import { checkDirectory } from '../crash/state.ts';
import { ask, longestMs, ok, startScene } from './scene.ts';
import { canMount, mountAt, type SmallDisk } from './small-disk.ts';

const scene = startScene('full-disk');
const mountPoint = join(scene.folder, 'disk');
mkdirSync(mountPoint);
/** For as many network interfaces as a quick machine makes before its disk is full. */
const roomy = join(scene.folder, 'seed.yaml');
writeFileSync(roomy, 'accounts: [{ accessKeyId: localyun, quotas: { network-interfaces: 10000 } }]\n');

describe.skipIf(!canMount(mountPoint))('a server whose disk is full', () => {
  let disk: SmallDisk;
  let server: ServerProcess | undefined;
  const directory = join(mountPoint, 'data');

  beforeEach(() => {
    disk = mountAt(mountPoint, 24);
  });
  afterEach(async () => {
    await server?.kill();
    disk.unmount();
  });

  const newLives = () =>
    Array.from({ length: 8 }, (_, index) => new Life(`life-${index}`, seededDraw(index + 1), true));

  it(
    'refuses what it cannot keep with 503, shows what there is, and goes on by itself once there is room',
    async () => {
      server = await scene.start(directory, '--seed', roomy);
      const running = server;
      const place = await settle(running.port);
      const lives = newLives();
      for (let round = 0; round < 3; round += 1) {
        let isOver = false;
        const lived = lives.map((life) => life.live(running.port, place, () => !isOver));
        await sleep(200);
        disk.fill();
        // Each goes on until a call of it is refused.
        await Promise.all(lived);
        expect(lives.every(({ openCount }) => openCount === 1)).toBe(true);
        const refused = await ask(running, 'Vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8' });
        expect([refused.status, JSON.parse(refused.text).Code]).toEqual([503, 'ServiceUnavailable']);
        // Some are on their way, and by then to be there: that cannot be noted down now, and they are shown all the same.
        await sleep(1_000);
        const shown = await ok(running, 'Ecs', 'DescribeNetworkInterfaces', { MaxResults: 500 });
        expect(shown.NetworkInterfaceSets.NetworkInterfaceSet.length).toBeGreaterThan(0);
        disk.free();
        await Promise.all(lives.map((life) => life.resume(running.port, place)));
        expect(lives.some(({ unansweredCreation }) => unansweredCreation !== undefined)).toBe(false);
        await checkAnswers(running.port, lives);
        isOver = true;
      }
      expect(running.said()).toContain('the state could not be written');
      expect(running.said()).toMatch(/database or disk is full/);
      await running.stop();
      await checkDirectory(directory);
    },
    longestMs,
  );

  it(
    'stops and starts in order, with everything that it answered',
    async () => {
      server = await scene.start(directory, '--seed', roomy);
      const place = await settle(server.port);
      const lives = newLives();
      const { port } = server;
      const lived = lives.map((life) => life.live(port, place));
      await sleep(300);
      disk.fill();
      await Promise.all(lived);
      await server.stop();
      server = await scene.start(directory);
      const shown = await ok(server, 'Ecs', 'DescribeNetworkInterfaces', { MaxResults: 500 });
      expect(shown.NetworkInterfaceSets.NetworkInterfaceSet.length).toBeGreaterThan(0);
      disk.free();
      const restarted = server;
      await checkAnswers(restarted.port, lives);
      await Promise.all(lives.map((life) => life.resume(restarted.port, place)));
      await checkAnswers(restarted.port, lives);
      await restarted.stop();
      await checkDirectory(directory);
    },
    longestMs,
  );

  it(
    'is not begun on it: it says so, and begins once there is room',
    async () => {
      disk.fill();
      const refused = await refusedStart(scene.cli, ['--data-dir', directory]);
      expect(refused.code).toBe(1);
      expect(refused.said).toMatch(
        /^localyun: cannot open the data directory .+: the disk is full \(.+\); free space on it\n$/,
      );
      disk.free();
      server = await scene.start(directory);
      await ok(server, 'Vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8' });
      await server.stop();
    },
    longestMs,
  );
});
