import { rmSync } from 'node:fs';
import { SteadyClock } from '../../src/engine/clock.ts';
import type { Operation } from '../../src/operation/operation.ts';
import type { ConnectionPool } from '../../src/store/connection.ts';
import type { Disk } from '../../src/store/disk.ts';
import type { Store } from '../../src/store/store.ts';
import { seededDraw } from '../crash/draw.ts';
import { checkResources } from '../model/checks/described.ts';
import { checkInterfaces } from '../model/checks/interfaces.ts';
import { referenceCheck } from '../model/checks/references.ts';
import { checkRows } from '../model/checks/rows.ts';
import { claim, Disagreement } from '../model/operation.ts';
import type { Drawn } from '../model/sequence.ts';
import { accountNames } from '../model/world.ts';
import { type Beginning, beginningCount, beginningOf } from './beginning.ts';
import { Clients } from './clients.ts';
import { type FaultName, Faults, type PlaceKind } from './faults.ts';
import { History } from './history.ts';
import { Ledger } from './ledger.ts';
import type { Node } from './node.ts';
import { type BeforeStatement, ObservedStore } from './observed-store.ts';
import type { Onlooker } from './onlooker.ts';
import { embeddedPlace, type Place, type PlaceParts, sharedPlace } from './place.ts';
import { Scheduler } from './scheduler.ts';
import { scratchFolder } from './scratch-folder.ts';
import { type SimulatedServer, startSimulatedServer, tellingOperations } from './simulated-server.ts';
import { withTimersOf } from './timers.ts';

/** What tests break to see who notices. */
export interface Breakage {
  /** In the place of those with their names. */
  readonly operations?: readonly Operation[];
  readonly store?: (store: Store) => Store;
  readonly disk?: (disk: Disk) => Disk;
  readonly pool?: (pool: ConnectionPool) => ConnectionPool;
}

/** Everything that one life follows from. */
export interface LifePlan {
  readonly seed: number;
  readonly commands: readonly (readonly Drawn[])[];
  readonly breakage?: Breakage;
}

/** How one life went. */
export interface LifeReport {
  /** The same for two lives that went the same way, event by event. */
  readonly traceHash: string;
  readonly events: number;
  readonly changes: number;
  readonly faults: ReadonlyMap<FaultName, number>;
  /** Why calls were answered 503. */
  readonly unavailable: ReadonlySet<string>;
  /** How often each operation was accepted and refused. */
  readonly tally: ReadonlyMap<string, number>;
}

/** Something that must not be, with all that was done until then. */
export class LifeFailed extends Error {
  override readonly name = 'LifeFailed';
}

const dayMs = 25 * 60 * 60_000;
const clockJumpMs = 10 * 60_000;
const maxClients = 4;
const maxNodes = 3;
/** Delayed changes that follow each other have ended after so many rounds. */
const maxRounds = 30;

const intact = tellingOperations();

/** Lives from the beginning to the end. @throws LifeFailed */
export async function live(plan: LifePlan): Promise<LifeReport> {
  const draws = drawsOf(plan.seed);
  const beginning = await beginningOf(draws.place(beginningCount));
  const folder = scratchFolder();
  try {
    const life = new Life(plan, draws, beginning);
    return await withTimersOf(life.scheduler, draws.timers, () => life.run(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Several draws from one seed that have nothing to do with each other. */
function drawsOf(seed: number) {
  const of = (place: number) => seededDraw(Math.imul(seed, 0x9e3779b1) + place * 0x85ebca6b);
  return { place: of(1), order: of(2), faults: of(3), clients: of(4), timers: of(5) };
}

class Life {
  readonly scheduler: Scheduler;
  readonly #plan: LifePlan;
  readonly #draws: ReturnType<typeof drawsOf>;
  readonly #beginning: Beginning;
  readonly #operations: ReturnType<typeof tellingOperations>;
  readonly #faults: Faults;
  readonly #kind: PlaceKind;
  readonly #history = new History();
  readonly #tally = new Map<string, number>();
  readonly #unavailable = new Set<string>();
  readonly #story: string[] = [];
  #leapMs = 0;
  #servers = 0;
  #ledger: Ledger | undefined;
  #onlooker: Onlooker | undefined;
  #isBehind = false;
  #isRecovered = false;
  #defect: unknown;

  constructor(plan: LifePlan, draws: ReturnType<typeof drawsOf>, beginning: Beginning) {
    const broken = plan.breakage?.operations;
    this.#plan = plan;
    this.#draws = draws;
    this.#beginning = beginning;
    this.#operations = broken === undefined ? intact : tellingOperations(broken);
    this.#faults = new Faults(draws.faults);
    this.#kind = draws.place(2) === 0 ? 'embedded' : 'shared';
    this.scheduler = new Scheduler(beginning.model.nowMs, draws.order);
  }

  async run(folder: string): Promise<LifeReport> {
    const { scheduler } = this;
    const parts: PlaceParts = {
      scheduler,
      faults: this.#faults,
      folder,
      file: this.#beginning.file,
      worseDisk: this.#plan.breakage?.disk,
      worsePool: this.#plan.breakage?.pool,
      committed: () => {
        this.#isBehind = true;
      },
      failed: (error) => {
        this.#defect ??= error;
      },
      sees: (onlooker) => this.#see(onlooker),
      serve: (node, store, before) => this.#serve(node, store, before),
    };
    const { place: draw } = this.#draws;
    const place = this.#kind === 'embedded' ? embeddedPlace(parts) : sharedPlace(parts, 1 + draw(maxNodes));
    try {
      for (const node of place.nodes) node.start();
      await scheduler.run(this.#pass(place), () => this.#catchUp());
    } catch (error) {
      throw this.#failure(place, error as Error);
    } finally {
      // What was on its way when a life failed goes on until it has ended.
      await scheduler.run(place.close(), () => undefined);
    }
    return {
      traceHash: scheduler.traceHash(),
      events: scheduler.count,
      changes: this.#ledger?.position ?? 0,
      faults: this.#faults.met,
      unavailable: this.#unavailable,
      tally: this.#tally,
    };
  }

  #nowMs(): number {
    return Math.floor(this.scheduler.nowMs) + this.#leapMs;
  }

  #failure(place: Place, error: Error): LifeFailed {
    const reason = error instanceof Disagreement ? error.message : error.stack;
    const kinds = [...this.#faults.kinds].join(', ') || 'none';
    const where = `${place.nodes.length} ${place.kind} servers, faults: ${kinds}`;
    return new LifeFailed(`${reason}\n\nwith ${where}\nwhat was done:\n${this.#story.join('\n')}`);
  }

  #serve(node: Node, store: Store, before: BeforeStatement | undefined): SimulatedServer {
    const { breakage, seed } = this.#plan;
    this.#servers += 1;
    const wallClock = (): number => this.#nowMs() + node.offsetMs;
    const server = startSimulatedServer({
      store: new ObservedStore(breakage?.store?.(store) ?? store, this.#history, before),
      clock: new SteadyClock(wallClock, () => this.scheduler.nowMs),
      wallClock,
      randomSeed: seed * 1_009 + this.#servers,
      operations: this.#operations,
      onDefect: (error) => {
        if (node.server === server) this.#defect ??= error;
      },
      onUnavailable: (reason) => this.#unavailable.add(reason),
    });
    return server;
  }

  /** The state can be looked at, again after a crash, or not for a while. */
  #see(onlooker: Onlooker | undefined): void {
    this.#onlooker = onlooker;
    if (onlooker === undefined) return;
    if (this.#ledger === undefined) {
      this.#ledger = new Ledger({
        history: this.#history,
        onlooker,
        model: this.#beginning.model,
        tally: this.#tally,
        isUnwritableAtTimes: this.#faults.isUnwritableAtTimes(this.#kind),
      });
      return;
    }
    this.#ledger.recovered(onlooker);
    this.#isBehind = true;
    this.#isRecovered = true;
  }

  /** Everything that clients do, and the quiet time after it. */
  async #pass(place: Place): Promise<void> {
    const { scheduler } = this;
    const ledger = this.#ledger!;
    const { clients: draw } = this.#draws;
    const clients = new Clients({
      scheduler,
      faults: this.#faults,
      draw,
      ledger,
      nodes: place.nodes,
      nowMs: () => this.#nowMs(),
      story: this.#story,
    });
    await clients.work(this.#plan.commands, 1 + draw(maxClients), () => this.#meddle(place));
    this.#faults.end();
    this.#story.push('quiet');
    for (const node of place.nodes) node.offsetMs = 0;
    while (!place.nodes.every(({ isWell }) => isWell)) await scheduler.sleep(100, 'quiet');
    this.#leapMs += 3 * clockJumpMs;
    for (let round = 0; isUnderWay(ledger); round += 1) {
      claim(round < maxRounds, () => `what never ends: ${JSON.stringify([...ledger.model.transitions.values()])}`);
      await scheduler.sleep(2_000, 'quiet');
      for (const node of place.nodes) await clients.look('owner', node);
    }
    for (const node of place.nodes) for (const who of accountNames) await clients.look(who, node);
    await this.#catchUp();
    await this.#checkAll();
  }

  /** What goes wrong between two commands. */
  #meddle(place: Place): void {
    const faults = this.#faults;
    const node = place.nodes[faults.draw(place.nodes.length)]!;
    if (faults.happens('crash at any time')) node.crash();
    if (faults.happens('database restart')) place.cut();
    if (faults.happens('a day passes')) this.#leapMs += dayMs;
    if (faults.happens('clock jump')) {
      const farthestMs = faults.draw(2) === 0 ? clockJumpMs : 2_000;
      node.offsetMs = faults.draw(2 * farthestMs) - farthestMs;
    }
  }

  /** The ledger follows what was committed, before anything else happens. */
  async #catchUp(): Promise<void> {
    if (this.#defect !== undefined) throw this.#defect;
    if (this.#onlooker === undefined) return;
    if (this.#isBehind) {
      this.#isBehind = false;
      await this.#ledger?.follow();
    }
    if (this.#isRecovered) {
      this.#isRecovered = false;
      await this.#checkState();
    }
  }

  /** The state by itself, whatever the model thinks. */
  async #checkState(): Promise<void> {
    const { store } = this.#ledger!.onlooker;
    checkReferences ??= await referenceCheck(store);
    const check = checkReferences;
    await store.read(async (tx) => {
      await checkRows(tx);
      await check(tx);
    });
  }

  async #checkAll(): Promise<void> {
    await this.#checkState();
    const world = this.#ledger!.world;
    for (const who of accountNames) {
      await checkInterfaces(world, who);
      await checkResources(world, who);
    }
  }
}

/** Of the schema, which is always the same. */
let checkReferences: Awaited<ReturnType<typeof referenceCheck>> | undefined;

function isUnderWay({ model }: Ledger): boolean {
  return [...model.transitions.values()].some(({ dueMs }) => dueMs !== Number.POSITIVE_INFINITY);
}
