import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkAnswers, checkFiles } from './check.ts';
import { seededDraw } from './draw.ts';
import { caller, Life, type Place } from './life.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/** What a run came to. */
export interface CrashReport {
  readonly kills: number;
  readonly answers: number;
  /** Changes that were asked for when the server was killed, and how many of them had happened. */
  readonly openChanges: number;
}

export interface CrashOptions {
  /** The built command. */
  readonly cli: string;
  readonly kills: number;
  readonly seed: number;
  /** No kill begins after this time. */
  readonly endAtMs?: number;
  readonly onKill?: (kill: number) => void;
}

const clients = 16;
/** A kill comes this long after the clients began, at most. */
const maxLifeMs = 250;

/**
 * Lets clients write to a server, kills it at a random moment, starts it again on what is left, and looks whether
 * everything it had answered is there. The clients and their calls follow from the seed; the moments do not.
 * @throws Error that says what is lost
 */
export async function crash({
  cli,
  kills,
  seed,
  endAtMs = Number.POSITIVE_INFINITY,
  onKill,
}: CrashOptions): Promise<CrashReport> {
  const directory = mkdtempSync(join(tmpdir(), 'localyun-crash-'));
  const draw = seededDraw(seed);
  const lives = Array.from({ length: clients }, (_, index) => new Life(`life-${index}`, seededDraw(seed + index + 1)));
  const roomy = join(directory, 'seed.yaml');
  writeFileSync(roomy, 'accounts: [{ accessKeyId: localyun, quotas: { network-interfaces: 10000 } }]\n');
  const start = () =>
    startServerProcess(cli, [
      '--data-dir',
      directory,
      '--seed',
      roomy,
      '--transitions',
      'fast',
      '--log-level',
      'error',
    ]);
  let server: ServerProcess = await start();
  let kill = 0;
  let openChanges = 0;
  try {
    const place = await settle(server.port);
    for (; kill < kills && Date.now() < endAtMs; kill += 1) {
      onKill?.(kill);
      await Promise.all(lives.map((life) => life.resume(server.port, place)));
      const lived = Promise.all(lives.map((life) => life.live(server.port, place)));
      await Promise.race([sleep(draw(maxLifeMs)), lived]);
      await server.kill();
      await lived;
      openChanges += lives.reduce((sum, { unanswered }) => sum + unanswered.size, 0);
      await checkFiles(directory);
      server = await start();
      await checkAnswers(server.port, lives);
    }
    await server.stop();
    return { kills: kill, answers: lives.reduce((sum, life) => sum + life.answers, 0), openChanges };
  } finally {
    await server.kill();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A VPC with a vSwitch and a security group. */
export async function settle(port: number): Promise<Place> {
  const vpc = caller(port, { apiVersion: '2016-04-28' });
  const { VpcId } = (await vpc('CreateVpc', { CidrBlock: '10.0.0.0/8' })) ?? {};
  await sleep(1_000);
  const ZoneId = 'cn-hangzhou-h';
  const { VSwitchId } = (await vpc('CreateVSwitch', { VpcId, ZoneId, CidrBlock: '10.0.0.0/16' })) ?? {};
  await sleep(1_000);
  const { SecurityGroupId } = (await caller(port)('CreateSecurityGroup', { VpcId })) ?? {};
  return { vSwitchId: String(VSwitchId), securityGroupId: String(SecurityGroupId) };
}
