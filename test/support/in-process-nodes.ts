import { type InProcessPlace, type InProcessServer, newClock, openInProcess } from './in-process.ts';

/** Far apart, so that servers with seeds beside each other make ids of their own. */
const seedDistance = 1_000_003;

/**
 * Several servers on one state, each with its own connections, that look like one: every call goes to the next of them.
 * They share a clock, as servers of one machine do.
 */
export async function openNodesInProcess(databaseUrl: string, count: number): Promise<InProcessPlace> {
  const places: InProcessPlace[] = [];
  for (let index = 0; index < count; index += 1) places.push(await openInProcess(databaseUrl));
  return {
    async begin(randomSeed, clock = newClock()) {
      const nodes: InProcessServer[] = [];
      for (const [index, place] of places.entries()) {
        nodes.push(await place.begin(randomSeed + index * seedDistance, clock));
      }
      let turn = 0;
      const next = (): InProcessServer => {
        turn = (turn + 1) % nodes.length;
        return nodes[turn]!;
      };
      return {
        ...nodes[0]!,
        get defects() {
          return nodes.flatMap(({ defects }) => defects);
        },
        call: (...call) => next().call(...call),
        send: (request) => next().send(request),
      };
    },
    async close() {
      for (const place of places) await place.close();
    },
  };
}
