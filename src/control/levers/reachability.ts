import {
  type AnsweredPath,
  type AskedPath,
  answerReachability,
} from '../../ecs/security-group/reachability-question.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';

export interface ReachabilityLevers {
  /** Whether a packet gets from one network interface or address to another, and which rule decides. */
  reachability(asked: AskedPath): Promise<AnsweredPath>;
}

export function createReachabilityLevers({ store, engine }: LeverParts): ReachabilityLevers {
  return {
    async reachability(asked) {
      await engine.catchUp();
      await engine.settle();
      const answer = await store.read((tx) => answerReachability(tx, asked));
      if ('reason' in answer) throw new ControlRefused(answer.reason);
      return answer;
    },
  };
}
