import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Shape } from '../../src/contracts/contract.ts';
import { operations } from '../../src/registry.generated.ts';
import { type InProcessServer, openInProcess } from '../support/in-process.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import { live } from './life.ts';
import { steps } from './steps/index.ts';

let opened: Awaited<ReturnType<typeof openInProcess>>;
let server: InProcessServer;

beforeAll(async () => {
  opened = await openInProcess(testDatabaseUrl());
  server = await opened.begin(1);
});
afterAll(() => opened.close());

/** Lists and what wraps them that the contract promises and the answer lacks, by path. */
function missingLists(shape: Shape, value: unknown, path: string): readonly string[] {
  if (typeof shape === 'string') return [];
  if (isList(shape)) {
    if (!Array.isArray(value)) return [path];
    return value.flatMap((item, index) => missingLists(shape[0], item, `${path}.${index}`));
  }
  if (typeof value !== 'object' || value === null) return [path];
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(shape).flatMap(([name, member]) => {
    const isPresent = fields[name] !== undefined;
    return isPresent || isContainer(member) ? missingLists(member, fields[name], `${path}.${name}`) : [];
  });
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

/** Their presence alone changes what clients do, or they come only when asked for. */
const shownOnRequest = /NetworkCards$|^(Get|List)ResourceGroups?\..*Tags$/;

/** A list, or an object whose one member is a list. */
function isContainer(shape: Shape): boolean {
  if (typeof shape === 'string') return false;
  if (isList(shape)) return true;
  const members = Object.values(shape);
  return members.length === 1 && members.every(isList);
}

it('every operation has a step', () => {
  const covered = new Set(steps.map(({ product, action }) => `${product}.${action}`));
  const without = operations.map(({ product, action }) => `${product}.${action}`).filter((name) => !covered.has(name));
  expect(without).toEqual([]);
});

it('every list and its wrapper is in every answer, and no success body of ECS or VPC has a Code or Success', async () => {
  const faults: string[] = [];
  await live(server, steps, {
    after({ step, contract }, { body }) {
      if (typeof body.RequestId !== 'string') faults.push(`${step.action}: RequestId`);
      const missing = missingLists(contract.response, body, step.action);
      faults.push(...missing.filter((path) => !shownOnRequest.test(path)));
      if (step.product !== 'Ecs' && step.product !== 'Vpc') return;
      for (const name of ['Code', 'Success']) if (name in body) faults.push(`${step.action}: ${name}`);
    },
  });
  expect(faults).toEqual([]);
}, 120_000);
