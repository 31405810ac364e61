import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Draw } from './draw.ts';
import { fillLog } from './log.ts';
import type { ServerProcess } from './server-process.ts';
import type { KilledState } from './state.ts';

/**
 * What a server is doing when it is killed: it serves clients who write; it starts, and repairs or migrates what it
 * finds; it copies its log back into the database, while clients write or because it was told to stop.
 */
export type Moment = 'writing' | 'starting' | 'checkpoint' | 'closing';

/** One that clients live up to; only what is in files has checkpoints that can be seen. */
export function drawMoment(draw: Draw, directory: string | undefined): Moment {
  const moments: readonly Moment[] = ['writing', 'writing', 'writing', 'checkpoint', 'closing'];
  const moment = moments[draw(moments.length)] ?? 'writing';
  return moment === 'checkpoint' && directory === undefined ? 'writing' : moment;
}

/** A server begins a checkpoint at 8000 pages; some fewer wait for its end. */
const pagesBefore: Partial<Record<Moment, number>> = { checkpoint: 7_990, closing: 4_000 };

/** Lays the files of a state, which no server has open, out for the next kill. */
export function prepare(moment: Moment, directory: string): void {
  const pages = pagesBefore[moment];
  if (pages !== undefined) fillLog(directory, pages);
}

/** A kill comes this long after what it waits for, at most. */
const maxIntoCheckpointMs = 40;
/** A checkpoint that has not begun by then is not waited for. */
const longestWaitMs = 3_000;

/** Kills a server whose clients are at work, and waits until they have noticed. */
export async function killAt(
  moment: Moment,
  {
    server,
    lived,
    state,
    draw,
  }: {
    readonly server: ServerProcess;
    readonly lived: Promise<unknown>;
    readonly state: KilledState;
    readonly draw: Draw;
  },
): Promise<void> {
  const checkpoint = checkpointIn(state.directory);
  try {
    let stopped: Promise<void> | undefined;
    if (moment !== 'checkpoint') await Promise.race([sleep(draw(state.maxLifeMs)), lived]);
    if (moment === 'closing') stopped = server.stop();
    if (moment === 'checkpoint' || moment === 'closing') {
      await Promise.race([checkpoint.begun, sleep(longestWaitMs), stopped ?? lived]);
      await sleep(draw(maxIntoCheckpointMs));
    }
    await server.kill();
    await Promise.all([lived, stopped]);
  } finally {
    checkpoint.forget();
  }
}

/** Only checkpoints write to the database itself. */
function checkpointIn(directory: string | undefined): { readonly begun: Promise<void>; forget(): void } {
  if (directory === undefined) return { begun: new Promise(() => undefined), forget: () => undefined };
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const watcher = watch(join(directory, 'localyun.db'), () => begin());
  return { begun, forget: () => watcher.close() };
}
