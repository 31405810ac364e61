import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ConnectionPool } from '../../src/store/connection.ts';
import type { Disk } from '../../src/store/disk.ts';
import { PostgresStore } from '../../src/store/postgres.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import type { Faults, PlaceKind } from './faults.ts';
import { Node } from './node.ts';
import type { BeforeStatement } from './observed-store.ts';
import { type Onlooker, onlookerOf } from './onlooker.ts';
import type { Scheduler } from './scheduler.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { SimulatedPostgres } from './simulated-postgres.ts';
import type { SimulatedServer } from './simulated-server.ts';
import { statementFaults } from './statement-faults.ts';

/** What a place is made from. */
export interface PlaceParts {
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  /** Everything of it is in there. */
  readonly folder: string;
  /** The state that it begins with. */
  readonly file: Buffer;
  /** Starts a server of the node. */
  readonly serve: (node: Node, store: Store, before?: BeforeStatement) => SimulatedServer;
  /** Something was committed. */
  readonly committed: () => void;
  /** A server cannot be started. */
  readonly failed: (error: unknown) => void;
  /** From now on, or until further notice not, the state can be looked at. */
  readonly sees: (onlooker: Onlooker | undefined) => void;
  /** Tests put worse ones in the place of those that are simulated. */
  readonly worseDisk?: ((disk: Disk) => Disk) | undefined;
  readonly worsePool?: ((pool: ConnectionPool) => ConnectionPool) | undefined;
}

/** A state and the servers on it. */
export interface Place {
  readonly kind: PlaceKind;
  readonly nodes: readonly Node[];
  /** Everything that all servers have to the state ends at once. */
  cut(): void;
  close(): Promise<void>;
}

/** One server with a data directory of its own. */
export function embeddedPlace(parts: PlaceParts): Place {
  const { scheduler, faults, file, committed, sees, failed, worseDisk = (disk) => disk } = parts;
  const folders: string[] = [];
  const nextFolder = (): string => {
    const folder = join(parts.folder, String(folders.length));
    mkdirSync(folder);
    folders.push(folder);
    return folder;
  };
  writeFileSync(fileIn(nextFolder()), file);
  let disk: SimulatedDisk;
  let store: SqliteStore;
  const start = (): SimulatedServer => {
    disk = new SimulatedDisk(scheduler, faults, {
      committed,
      crash: () => node.crash(),
      syncFailed: () => node.fallSick(),
    });
    store = SqliteStore.open(folders.at(-1), worseDisk(disk));
    sees(onlookerOf(disk.database));
    return parts.serve(
      node,
      store,
      statementFaults(scheduler, faults, () => node.crash()),
    );
  };
  const kill = (): void => {
    sees(undefined);
    disk.crash(fileIn(nextFolder()));
    // What goes on in the process that is dead finds everything closed.
    store.close().catch(() => undefined);
  };
  const node: Node = new Node(scheduler, { start, kill, failed });
  return { kind: 'embedded', nodes: [node], cut: () => undefined, close: () => store.close() };
}

/** Several servers on one PostgreSQL. */
export function sharedPlace(parts: PlaceParts, count: number): Place {
  const { scheduler, faults, file, committed, sees, failed, worsePool = (pool) => pool } = parts;
  const path = fileIn(parts.folder);
  writeFileSync(path, file);
  const postgres = new SimulatedPostgres(path, scheduler, faults, committed);
  const looking = new Database(path);
  sees(onlookerOf(looking));
  const nodes = Array.from({ length: count }, () => {
    let pool = postgres.poolOf(() => undefined);
    const start = (): SimulatedServer => {
      pool = postgres.poolOf(() => node.crash());
      return parts.serve(node, new PostgresStore(worsePool(pool), 'simulated'));
    };
    const node: Node = new Node(scheduler, { start, kill: () => pool.die(), failed });
    return node;
  });
  return {
    kind: 'shared',
    nodes,
    cut: () => postgres.restart(),
    async close() {
      looking.close();
      postgres.close();
    },
  };
}

function fileIn(folder: string): string {
  return join(folder, 'localyun.db');
}
