import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildInto } from '../../tools/build.ts';
import { checkAnswers } from '../crash/check.ts';
import { settle } from '../crash/crash.ts';
import { seededDraw } from '../crash/draw.ts';
import { caller, Life } from '../crash/life.ts';
import { type ServerProcess, startServerProcess } from '../crash/server-process.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import { checkState, describeNodes } from './nodes.ts';
import { startPostgres } from './postgres-process.ts';

// LOCALYUN_NODES_KILLS: how many servers are killed.
const kills = Number(process.env.LOCALYUN_NODES_KILLS ?? 4);
const build = join(import.meta.dirname, '../../node_modules/.cache/localyun-nodes');
const clients = 12;

describeNodes('servers in processes of their own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'localyun-nodes-'));
  const roomy = join(folder, 'seed.yaml');
  const running: ServerProcess[] = [];

  beforeAll(async () => {
    writeFileSync(roomy, 'accounts: [{ accessKeyId: localyun, quotas: { network-interfaces: 10000 } }]\n');
    await buildInto(build);
  }, 60_000);
  afterEach(async () => {
    for (const server of running.splice(0)) await server.kill();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function start(databaseUrl: string): Promise<ServerProcess> {
    const flags = ['--database-url', databaseUrl, '--seed', roomy, '--transitions', 'fast', '--log-level', 'silent'];
    const server = await startServerProcess(join(build, 'cli.js'), flags);
    running.push(server);
    return server;
  }

  const livesOf = (draw: number, mayBeAway: boolean) =>
    Array.from({ length: clients }, (_, index) => new Life(`life-${index}`, seededDraw(draw + index), mayBeAway));

  it('lose nothing that one of them answered before it was killed; its clients go on at another', async () => {
    const databaseUrl = testDatabaseUrl() ?? '';
    const servers = [await start(databaseUrl), await start(databaseUrl), await start(databaseUrl)];
    const place = await settle(servers[0]!.port);
    const lives = livesOf(1, false);
    const draw = seededDraw(2);
    for (let kill = 0; kill < kills; kill += 1) {
      const [victim, survivor] = [kill % 3, (kill + 1) % 3];
      let isOver = false;
      const lived = lives.map((life, index) => life.live(servers[index % 3]!.port, place, () => !isOver));
      await sleep(100 + draw(400));
      await servers[victim]!.kill();
      await Promise.all(lived.filter((_, index) => index % 3 === victim));
      const moved = lives.filter((_, index) => index % 3 === victim);
      await Promise.all(moved.map((life) => life.resume(servers[survivor]!.port, place)));
      isOver = true;
      await Promise.all(lived);
      await checkState(databaseUrl);
      await checkAnswers(servers[survivor]!.port, lives);
      servers[victim] = await start(databaseUrl);
    }
    expect(lives.reduce((sum, { answers }) => sum + answers, 0)).toBeGreaterThan(clients * kills);
    for (const server of servers) await server.stop();
  }, 180_000);

  it('answer 503 while PostgreSQL is away, have carried out what they say, and work again without a restart', async () => {
    const postgres = await startPostgres();
    try {
      const servers = [await start(postgres.databaseUrl), await start(postgres.databaseUrl)];
      const place = await settle(servers[0]!.port);
      const lives = livesOf(100, true);
      const portOf = (index: number) => servers[index % 2]!.port;
      for (let restart = 0; restart < 2; restart += 1) {
        let isOver = false;
        const lived = lives.map((life, index) => life.live(portOf(index), place, () => !isOver));
        const asked = askOn(portOf(restart), () => !isOver);
        await sleep(200);
        await postgres.restart();
        await untilAnswered(portOf(0));
        await untilAnswered(portOf(1));
        isOver = true;
        await Promise.all(lived);
        const { answered, away } = await asked;
        expect([answered > 0, away > 0]).toEqual([true, true]);
        await Promise.all(lives.map((life, index) => life.resume(portOf(index + 1), place)));
        expect(lives.filter(({ unansweredCreation }) => unansweredCreation !== undefined)).toEqual([]);
        await checkState(postgres.databaseUrl);
        await checkAnswers(portOf(1), lives);
      }
      for (const server of servers) await server.stop();
    } finally {
      await postgres.stop();
    }
  }, 180_000);
});

/** Asks one thing after another; anything but an answer or ServiceUnavailable is an error. */
async function askOn(port: number, goesOn: () => boolean): Promise<{ answered: number; away: number }> {
  const call = caller(port, { mayBeAway: true });
  const counts = { answered: 0, away: 0 };
  while (goesOn()) {
    const answer = await call('DescribeNetworkInterfaces', { MaxResults: 10 });
    counts[answer === undefined ? 'away' : 'answered'] += 1;
    await sleep(10);
  }
  return counts;
}

async function untilAnswered(port: number): Promise<void> {
  const call = caller(port, { mayBeAway: true });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if ((await call('DescribeNetworkInterfaces', { MaxResults: 10 })) !== undefined) return;
    await sleep(50);
  }
  throw new Error('the server does not find its database again');
}
