import { describe, expect, it } from 'vitest';
import { type Course, Lanes } from './lanes.ts';

interface Begun {
  readonly lane: string;
  readonly jobs: readonly number[];
  readonly isNarrow: boolean;
  end(course: Course): Promise<void>;
}

/** Lanes whose batches end when the test says so, under a clock that the test moves. */
function setUp() {
  const begun: Begun[] = [];
  const clock = { nowMs: 0 };
  const lanes = new Lanes<number>(
    (lane, jobs, isNarrow) =>
      new Promise((resolve) => {
        const end = async (course: Course) => {
          begun.splice(begun.indexOf(batch), 1);
          resolve(course);
          await turn();
        };
        const batch = { lane, jobs, isNarrow, end };
        begun.push(batch);
      }),
    () => clock.nowMs,
  );
  return { lanes, begun, clock };
}

/** Long enough for everything that is not waiting for the test. */
async function turn(): Promise<void> {
  for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('lanes', () => {
  it('run what has gathered, spread over the free places', async () => {
    const { lanes, begun } = setUp();
    for (const job of upTo(20)) lanes.add('a', job);
    await turn();
    expect(begun.map(({ jobs }) => jobs.length)).toEqual([3, 3, 3, 3, 3, 3, 2]);
    expect(begun.flatMap(({ jobs }) => jobs)).toEqual(upTo(20));
  });

  it('become narrow while their batches mostly conflict, and try again later', async () => {
    const { lanes, begun, clock } = setUp();
    for (const job of upTo(8)) lanes.add('a', job);
    await turn();
    while (begun.length > 0) await begun[0]!.end('own-lane');
    for (const job of upTo(100)) lanes.add('a', job);
    await turn();
    expect(begun.map(({ jobs, isNarrow }) => [jobs.length, isNarrow])).toEqual([[32, true]]);
    await begun[0]!.end('clean');
    expect(begun.map(({ jobs, isNarrow }) => [jobs[0], isNarrow])).toEqual([[32, true]]);
    clock.nowMs = 5_000;
    await begun[0]!.end('clean');
    expect(begun.map(({ isNarrow }) => isNarrow)).toEqual(upTo(8).map(() => false));
  });

  it('are not made narrow by a conflict now and then', async () => {
    const { lanes, begun } = setUp();
    for (const job of upTo(40)) {
      lanes.add('a', job);
      await turn();
      await begun[0]!.end(job % 3 === 0 ? 'own-lane' : 'clean');
    }
    for (const job of upTo(8)) lanes.add('a', job);
    await turn();
    expect(begun.map(({ isNarrow }) => isNarrow)).toEqual(upTo(8).map(() => false));
  });

  it('are fewer at once after conflicts with each other, never none, and more again', async () => {
    const { lanes, begun } = setUp();
    const all = upTo(12).map((lane) => `lane-${lane}`);
    const fill = async () => {
      for (const lane of all) lanes.add(lane, 0);
      await turn();
    };
    await fill();
    expect(begun).toHaveLength(8);
    while (begun.length > 0) await begun[0]!.end('other-lane');
    await fill();
    expect(begun).toHaveLength(1);
    for (let batches = 0; batches < 11; batches += 1) await begun[0]!.end('clean');
    await fill();
    expect(begun.length).toBeGreaterThan(2);
  });

  it('take turns', async () => {
    const { lanes, begun } = setUp();
    for (const lane of upTo(8)) lanes.add(`busy-${lane}`, 0);
    await turn();
    for (const job of upTo(3)) lanes.add('a', job);
    lanes.add('b', 0);
    await turn();
    await begun[0]!.end('clean');
    await begun[0]!.end('clean');
    expect(begun.slice(-2).map(({ lane }) => lane)).toEqual(['a', 'b']);
  });

  it('are idle once nothing waits and nothing runs', async () => {
    const { lanes, begun } = setUp();
    await lanes.idle();
    lanes.add('a', 0);
    let isIdle = false;
    void lanes.idle().then(() => {
      isIdle = true;
    });
    await turn();
    expect(isIdle).toBe(false);
    await begun[0]!.end('clean');
    expect(isIdle).toBe(true);
  });
});
