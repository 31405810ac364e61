import fc from 'fast-check';
import type { openInProcess } from '../support/in-process.ts';
import { delaysMs } from '../support/in-process.ts';
import { checkResources } from './checks/described.ts';
import { checkInterfaces } from './checks/interfaces.ts';
import { type referenceCheck, tablesInUse } from './checks/references.ts';
import { checkRows } from './checks/rows.ts';
import { type CommandKind, together } from './command.ts';
import { addressCommands } from './commands/addresses.ts';
import { descriptionCommands } from './commands/description.ts';
import { eipCommands } from './commands/eip.ts';
import { groupCommands } from './commands/group.ts';
import { instanceCommands } from './commands/instance.ts';
import { networkCommands } from './commands/network.ts';
import { networkInterfaceCommands } from './commands/network-interface.ts';
import { otherCommands } from './commands/other.ts';
import { sharingCommands } from './commands/sharing.ts';
import { tagCommands } from './commands/tag.ts';
import { emptyModel } from './model.ts';
import { agree, Disagreement } from './operation.ts';
import { prepare } from './scene.ts';
import type { Drawn, Sequence } from './sequence.ts';
import { advance } from './time.ts';
import { accessKeys, accountNames, World } from './world.ts';

const callGroups: readonly (readonly CommandKind[])[] = [
  networkCommands,
  networkInterfaceCommands,
  addressCommands,
  instanceCommands,
  eipCommands,
  groupCommands,
  sharingCommands,
  tagCommands,
];

const callKinds = callGroups.flat();
const atOnce = together(10, callKinds);
const commandKinds = [...callKinds, atOnce, ...descriptionCommands, ...otherCommands];

const trunkCalls = networkInterfaceCommands.filter(({ name }) => /Create|Detach|to a trunk/.test(name));

/** Every command as often as its weight says, some of them more often. */
function theme(favourites: readonly CommandKind[]): fc.Arbitrary<Drawn> {
  return fc.oneof(
    ...commandKinds.map((kind) => ({
      weight: favourites.includes(kind) ? kind.weight * 6 : kind.weight,
      arbitrary: kind.drawn,
    })),
  );
}

/** In a theme each, more often those that belong together. */
export const themes = [[], trunkCalls, ...callGroups].map(theme);

/** The same, with more calls at once. */
export const crowdedThemes = [trunkCalls, ...callGroups].map((favourites) => theme([atOnce, ...favourites]));

export const kindByName = new Map(commandKinds.map((kind) => [kind.name, kind]));

/** What sequences are played on. */
export interface Stage {
  readonly servers: Awaited<ReturnType<typeof openInProcess>>;
  readonly checkReferences: Awaited<ReturnType<typeof referenceCheck>>;
  /** After how many commands everything is looked at; in between only what is cheap. */
  readonly checkEvery: number;
  readonly tally: Map<string, number>;
}

/** Plays a sequence from an empty server to its end. @throws Disagreement with the story so far */
export async function play(sequence: Sequence, stage: Stage): Promise<void> {
  const world = await beginning(sequence, stage);
  try {
    await prepare(world, sequence.withTrunk);
    await checkAll(world, stage);
    for (const [index, alternatives] of sequence.commands.entries()) {
      const before = world.story.length;
      const isReady = ({ kind, args }: Drawn) => kindByName.get(kind)!.isReady(args, world);
      const { kind, args } = alternatives.find(isReady) ?? alternatives[0]!;
      await kindByName.get(kind)!.perform(args, world);
      if (world.story.length === before || kind === 'clock') continue;
      if (index % stage.checkEvery === 0) await checkAll(world, stage);
      else await checkCheaply(world);
    }
    await checkAll(world, stage);
    await checkResets(world, stage);
  } catch (error) {
    const reason = error instanceof Disagreement ? error.message : (error as Error).stack;
    throw new Disagreement(`${reason}\n\nwhat was done:\n${world.story.join('\n')}`);
  }
}

async function beginning({ randomSeed, quotas }: Sequence, { servers, tally }: Stage): Promise<World> {
  const server = await servers.begin(randomSeed);
  await server.levers.seed({
    accounts: accountNames.map((name) => ({ accessKeyId: accessKeys[name], quotas })),
  });
  const accountIds = { owner: '', stranger: '' };
  for (const name of accountNames) {
    const { body } = await server.call(accessKeys[name], 'Sts', 'GetCallerIdentity', {});
    accountIds[name] = body.AccountId;
  }
  return new World(server, emptyModel({ nowMs: server.nowMs(), delaysMs, accountIds, quotas }), tally);
}

async function checkCheaply(world: World): Promise<void> {
  advance(world.model, world.server.nowMs());
  await checkInterfaces(world, 'owner');
  await world.server.store.read(checkRows);
}

async function checkAll(world: World, { checkReferences }: Stage): Promise<void> {
  advance(world.model, world.server.nowMs());
  for (const who of accountNames) {
    await checkInterfaces(world, who);
    await checkResources(world, who);
  }
  await world.server.store.read(async (tx) => {
    await checkRows(tx);
    await checkReferences(tx);
  });
}

/** One account after the other goes with all that it owns, and leaves what others own in order. */
async function checkResets({ server, model, story }: World, { checkReferences }: Stage): Promise<void> {
  const { store, levers } = server;
  for (const name of accountNames) {
    story.push(`reset of the ${name}`);
    await levers.reset(model.accountIds[name]);
    await store.read(async (tx) => {
      await checkRows(tx);
      await checkReferences(tx);
    });
  }
  agree('the tables that still have rows', await store.read((tx) => tablesInUse(tx, store.engine)), []);
}
