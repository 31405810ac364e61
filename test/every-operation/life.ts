import type { Contract } from '../../src/contracts/contract.ts';
import { findContract } from '../../src/contracts/load.ts';
import { type Operation, operationsByProduct } from '../../src/operation/operation.ts';
import { operations } from '../../src/registry.generated.ts';
import type { InProcessAnswer, InProcessServer } from '../support/in-process.ts';
import { versions } from '../support/signed-client.ts';
import { fillIn, type Kept, type Step, valueAt } from './step.ts';

/** Where the resources of the life are, and where they are not. */
export const region = 'cn-hangzhou';
export const otherRegion = 'cn-beijing';
/** Whose the resources are, and another account. */
export const owner = 'localyun-owner';
export const stranger = 'localyun-stranger';

const known = operationsByProduct(operations);

/** One step, ready to be carried out. */
export interface Turn {
  readonly step: Step;
  readonly operation: Operation;
  readonly contract: Contract;
  readonly kept: Kept;
  /** The step's parameters with their region, references still in them. */
  readonly inOrder: Step['parameters'];
}

/** Carries out the steps one after another; `before` looks at each first, and `after` at its answer. */
export async function live(
  server: InProcessServer,
  steps: readonly Step[],
  { before, after }: { before?: (turn: Turn) => Promise<void>; after?: (turn: Turn, answer: InProcessAnswer) => void },
): Promise<void> {
  const kept = new Map<string, string>();
  for (const step of steps) {
    kept.set('nowMs', String(server.nowMs()));
    const turn = turnOf(step, kept);
    if (!step.preparation) await before?.(turn);
    const parameters = fillIn(turn.inOrder, (name) => given(kept, name, step));
    const answer = await server.call(callerOf(turn), step.product, step.action, parameters);
    if (answer.status !== 200) {
      throw new Error(`${step.action} ${JSON.stringify(parameters)}: ${answer.status} ${JSON.stringify(answer.body)}`, {
        cause: answer.error,
      });
    }
    after?.(turn, answer);
    for (const [name, path] of Object.entries(step.keep ?? {})) kept.set(name, valueAt(answer.body, path));
    await server.levers.advance(10_000);
  }
}

function turnOf(step: Step, kept: Kept): Turn {
  const operation = known.get(step.product)?.get(step.action);
  const contract = findContract(versions[step.product], step.action);
  if (operation === undefined || contract === undefined) throw new Error(`there is no ${step.product}.${step.action}`);
  const regional = contract.parameters.RegionId === 'string' && (step.product === 'Ecs' || step.product === 'Vpc');
  const parameters = { ...step.parameters, ...step.late?.(kept) };
  const inOrder = regional ? { RegionId: region, ...parameters } : parameters;
  return { step, operation, contract, kept, inOrder };
}

/** The access key that a step is carried out with. */
export function callerOf({ step, kept }: Pick<Turn, 'step' | 'kept'>): string {
  return step.caller === undefined ? owner : fillIn(step.caller, (name) => given(kept, name, step));
}

function given(kept: Kept, name: string, step: Step): string {
  const value = kept.get(name);
  if (value === undefined) throw new Error(`${step.action} needs $${name}, which no answer before was kept under`);
  return value;
}
