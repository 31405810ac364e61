import { builtInKey } from '../../src/access/account.ts';
import { stateTables } from '../../src/store/reset.ts';
import { sql, type Value } from '../../src/store/statement.ts';
import { keep } from '../../src/store/store.ts';
import { owner, region, stranger } from '../every-operation/life.ts';
import { fillIn, valueAt } from '../every-operation/step.ts';
import { type InProcessServer, openInProcess } from '../support/in-process.ts';
import { beginning } from './examples.ts';

/** An account that has something of everything, and can be had again as it was. */
export interface Scene {
  readonly server: InProcessServer;
  /** Ids, names and keys of what is there, by the name that texts refer to them with: `$vpcId`. */
  readonly names: ReadonlyMap<string, string>;
  /** Brings back the state and the time of the beginning. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Steps that take away what others need. */
const takesAway =
  /^(Delete|Detach|Release|Revoke|Unassign|Unassociate|Untag|UnTag|Remove|Leave|Disable|Clear|Unbind|SetDefaultPolicyVersion)/;

/** @param databaseUrl where the PostgreSQL is to keep the state; undefined keeps it in memory */
export async function openScene(databaseUrl: string | undefined): Promise<Scene> {
  const opened = await openInProcess(databaseUrl);
  const server = await opened.begin(1);
  const names = await furnish(server);
  const startMs = server.nowMs();
  const rows = await rowsOf(server);
  return {
    server,
    names,
    async restore() {
      await server.levers.reset(undefined);
      server.moveClock(startMs - server.nowMs());
      await server.store.write(async (tx) => {
        for (const { insert, values } of rows) await tx.run(insert, ...values);
        return keep(undefined);
      });
    },
    close: opened.close,
  };
}

async function furnish(server: InProcessServer): Promise<ReadonlyMap<string, string>> {
  const names = new Map([
    ['owner', owner],
    ['stranger', stranger],
    ['region', region],
  ]);
  for (const other of [stranger, builtInKey]) await server.call(other, 'Sts', 'GetCallerIdentity', {});
  for (const step of beginning.filter(({ action }) => !takesAway.test(action))) {
    names.set('nowMs', String(server.nowMs()));
    const regional = step.product === 'Ecs' || step.product === 'Vpc' ? { RegionId: region } : {};
    const parameters = fillIn(
      { ...regional, ...step.parameters, ...step.late?.(names) },
      (name) => names.get(name) ?? '',
    );
    const caller = fillIn(step.caller ?? owner, (name) => names.get(name) ?? '');
    const { status, body } = await server.call(caller, step.product, step.action, parameters);
    // A step whose ground was not prepared, because the one before it would have taken something away, is left out.
    if (status !== 200) continue;
    for (const [name, path] of Object.entries(step.keep ?? {})) names.set(name, valueAt(body, path));
    await server.levers.advance(10_000);
  }
  return names;
}

interface KeptRow {
  readonly insert: ReturnType<typeof sql<never>>;
  readonly values: readonly Value[];
}

/** Everything the state holds, what others refer to first. */
async function rowsOf(server: InProcessServer): Promise<readonly KeptRow[]> {
  const kept: KeptRow[] = [];
  for (const [table] of [...stateTables].reverse()) {
    const rows = await server.store.read((tx) => tx.all(sql<Record<string, Value>>(`SELECT * FROM ${table}`)));
    const columns = Object.keys(rows[0] ?? {});
    const insert = sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    kept.push(...rows.map((row) => ({ insert, values: columns.map((column) => row[column] ?? null) })));
  }
  return kept;
}
