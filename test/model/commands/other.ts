import fc from 'fast-check';
import { type CommandKind, command } from '../command.ts';
import { pick } from '../picks.ts';
import { advance } from '../time.ts';
import type { World } from '../world.ts';
import { eniOf, isIdle } from './picked.ts';

/** Delayed changes whose going wrong can be asked for. */
const changes = [
  ['network-interface', 'attach'],
  ['network-interface', 'detach'],
  ['network-interface', 'delete'],
  ['instance', 'create'],
  ['instance', 'boot'],
  ['instance', 'start'],
  ['instance', 'stop'],
  ['instance', 'release'],
  ['eip', 'unassociate'],
  ['network-interface', 'attach-member'],
  ['network-interface', 'detach-member'],
  ['network-interface-permission', 'grant'],
  ['network-interface-permission', 'revoke'],
] as const;

/** What is due happens first, as it does for calls. */
async function settle(world: World): Promise<void> {
  advance(world.model, world.server.nowMs());
  await world.server.levers.advance(0);
}

const milliseconds = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 1500 }) },
  { weight: 4, arbitrary: fc.constantFrom(100, 300, 500, 800) },
  { weight: 3, arbitrary: fc.constant(5_000) },
  { weight: 1, arbitrary: fc.constant(25 * 60 * 60 * 1000) },
);

export const otherCommands: readonly CommandKind[] = [
  // The server hears of the new time at the next call.
  command('clock', 16, milliseconds, async (step, world) => {
    world.story.push(`clock +${step} ms`);
    world.server.moveClock(step);
  }),
  command('repeat', 4, fc.nat(7), async (back, world) => {
    const request = world.past.at(-1 - back);
    if (request !== undefined) await world.request(request);
  }),
  command(
    'fault',
    2,
    fc
      .record({ change: fc.constantFrom(...changes), outcome: fc.constantFrom('fail' as const, 'stick' as const) })
      // What ends an association never fails.
      .filter(({ change: [type], outcome }) => type !== 'eip' || outcome === 'stick'),
    async ({ change: [type, kind], outcome }, world) => {
      // Of two wishes about one kind it is open which comes first.
      if (world.model.faults.some((fault) => fault.type === type && fault.kind === kind)) return;
      world.story.push(`the next ${kind} of ${type}: ${outcome}`);
      await settle(world);
      await world.server.levers.failTransition({ resourceType: type, kind, outcome, count: 1 });
      world.model.faults.push({ type, kind, outcome });
    },
  ),
  command(
    'operator',
    2,
    fc.record({ eni: pick, managed: fc.boolean(), bonded: fc.boolean() }),
    async ({ eni, managed, bonded }, world) => {
      await settle(world);
      const found = world.model.enis.get(eniOf(eni, world.model, 'owner', isIdle));
      if (found === undefined) return;
      const fixture = { serviceId: managed ? 4711 : null, slaveCount: bonded ? 1 : 0 };
      world.story.push(`operator: ${found.id} ${JSON.stringify(fixture)}`);
      await world.server.levers.fixNetworkInterface(found.id, fixture);
      Object.assign(found, fixture);
    },
  ),
];
