import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkAnswers } from './check.ts';
import { type Draw, seededDraw } from './draw.ts';
import { caller, Life, type Place } from './life.ts';
import { compare, readTraces } from './log.ts';
import { drawMoment, killAt, type Moment, prepare } from './moment.ts';
import { killWhileStarting, type ServerProcess, startServerProcess } from './server-process.ts';
import type { KilledState } from './state.ts';

/** What a run came to. */
export interface CrashReport {
  /** How often a server was killed at each moment. */
  readonly kills: Readonly<Record<Moment, number>>;
  readonly answers: number;
  /** Changes that were asked for when the server was killed. */
  readonly openChanges: number;
  /** Kills that left a checkpoint half written; not known of PostgreSQL. */
  readonly cutCheckpoints: number;
  /** How often the log was also looked at as if it ended in the midst of what was written last. */
  readonly cutLogs: number;
}

export interface CrashOptions {
  /** The built command. */
  readonly cli: string;
  readonly kills: number;
  readonly seed: number;
  /** Where each of the servers that are killed side by side has its state; for few kills, not all are needed. */
  readonly states: readonly KilledState[];
  /** No kill begins after this time. */
  readonly endAtMs?: number;
  readonly onKill?: (kill: number) => void;
}

interface Tally {
  kills: Record<Moment, number>;
  answers: number;
  openChanges: number;
  cutCheckpoints: number;
  cutLogs: number;
}

interface Lane {
  readonly state: KilledState;
  readonly draw: Draw;
  readonly lives: readonly Life[];
  readonly tally: Tally;
  /** Whether there is another kill to be done; it is, then. */
  takeKill(): boolean;
  start(): Promise<ServerProcess>;
  /** Starts a server and kills it at a random moment of the time that this takes. */
  killWhileStarting(): Promise<void>;
}

const clients = 16;

/**
 * Lets clients write to servers, kills each at a random moment, starts it again on what is left, and looks whether
 * everything it had answered is there. The clients and their calls follow from the seed; the moments do not.
 * @throws Error that says what is lost
 */
export async function crash({
  cli,
  kills,
  seed,
  states,
  endAtMs = Number.POSITIVE_INFINITY,
  onKill,
}: CrashOptions): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'localyun-crash-seed-'));
  const roomy = join(folder, 'seed.yaml');
  writeFileSync(roomy, 'accounts: [{ accessKeyId: localyun, quotas: { network-interfaces: 10000 } }]\n');
  const tally: Tally = {
    kills: { writing: 0, starting: 0, checkpoint: 0, closing: 0 },
    answers: 0,
    openChanges: 0,
    cutCheckpoints: 0,
    cutLogs: 0,
  };
  let killed = 0;
  let failure: unknown;
  const takeKill = (): boolean => {
    if (failure !== undefined || killed >= kills || Date.now() >= endAtMs) return false;
    onKill?.(killed);
    killed += 1;
    return true;
  };
  // The first kill in each comes before anything was written.
  const lanes = states.slice(0, Math.ceil(kills / 3)).map((state, index) => {
    const laneSeed = seed * 1_000 + index * 100;
    const lives = Array.from(
      { length: clients },
      (_, life) => new Life(`life-${life}`, seededDraw(laneSeed + life + 1)),
    );
    const flags = [...state.flags, '--seed', roomy, '--transitions', 'fast', '--log-level', 'error'];
    return { ...starter(cli, flags, seededDraw(laneSeed), tally), state, lives, tally, takeKill };
  });
  try {
    // The others end their round, so that what they have started is ended too.
    const stopOthers = (thrown: unknown) => {
      failure ??= thrown;
    };
    await Promise.all(lanes.map((lane) => killAgainAndAgain(lane).catch(stopOthers)));
    if (failure !== undefined) throw failure;
    tally.answers = lanes.flatMap(({ lives }) => lives).reduce((sum, { answers }) => sum + answers, 0);
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function starter(cli: string, flags: readonly string[], draw: Draw, tally: Tally) {
  let startingMs = 500;
  return {
    draw,
    async start() {
      const beganMs = performance.now();
      const server = await startServerProcess(cli, flags);
      startingMs = performance.now() - beganMs;
      return server;
    },
    async killWhileStarting() {
      await killWhileStarting(cli, flags, draw(startingMs * 1.1));
      tally.kills.starting += 1;
    },
  };
}

async function killAgainAndAgain(lane: Lane): Promise<void> {
  const { state, draw, lives, tally } = lane;
  if (!lane.takeKill()) return;
  await lane.killWhileStarting();
  let server = await lane.start();
  try {
    const place = await settle(server.port);
    let moment: Moment = 'writing';
    while (lane.takeKill()) {
      const before = readTracesOf(state);
      await Promise.all(lives.map((life) => life.resume(server.port, place)));
      const lived = Promise.all(lives.map((life) => life.live(server.port, place)));
      await killAt(moment, { server, lived, state, draw });
      tally.kills[moment] += 1;
      tally.openChanges += lives.reduce((sum, life) => sum + life.openCount, 0);
      const { hasCheckpointed, appended } = compare(before, readTracesOf(state));
      if (hasCheckpointed) tally.cutCheckpoints += 1;
      await state.check();
      if (appended !== undefined) {
        await state.check(appended.from + draw(appended.to - appended.from));
        tally.cutLogs += 1;
      }
      moment = drawMoment(draw, state.directory);
      if (state.directory !== undefined) prepare(moment, state.directory);
      while (draw(4) === 0 && lane.takeKill()) {
        await lane.killWhileStarting();
        await state.check();
      }
      server = await lane.start();
      await checkAnswers(server.port, lives);
    }
    await server.stop();
  } finally {
    await server.kill();
  }
}

const readTracesOf = ({ directory }: KilledState) => (directory === undefined ? undefined : readTraces(directory));

/** A VPC with a vSwitch, two security groups and two instances. */
export async function settle(port: number): Promise<Place> {
  const vpc = caller(port, { apiVersion: '2016-04-28' });
  const ecs = caller(port);
  const { VpcId } = (await vpc('CreateVpc', { CidrBlock: '10.0.0.0/8' })) ?? {};
  await sleep(1_000);
  const ZoneId = 'cn-hangzhou-h';
  const { VSwitchId } = (await vpc('CreateVSwitch', { VpcId, ZoneId, CidrBlock: '10.0.0.0/16' })) ?? {};
  await sleep(1_000);
  const { SecurityGroupId } = (await ecs('CreateSecurityGroup', { VpcId })) ?? {};
  const other = await ecs('CreateSecurityGroup', { VpcId });
  const InstanceType = 'ecs.g7.32xlarge';
  const ImageId = 'aliyun_3_x64_20G_alibase_20230727.vhd';
  const launch = { InstanceType, ImageId, Amount: 2, ZoneId, VSwitchId, SecurityGroupId };
  const { InstanceIdSets } = (await ecs('RunInstances', launch)) ?? {};
  await sleep(2_000);
  return {
    vSwitchId: String(VSwitchId),
    securityGroupId: String(SecurityGroupId),
    otherSecurityGroupId: String(other?.SecurityGroupId),
    instanceIds: (InstanceIdSets as { readonly InstanceIdSet: readonly string[] }).InstanceIdSet,
  };
}
