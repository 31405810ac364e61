import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';
import { createRequestLevers } from './requests.ts';

export interface DiagnosisLevers {
  /** Why a request was refused, and what would make it succeed. @throws ControlRefused for one that was not refused */
  diagnose(requestId: string): Promise<Diagnosis>;
}

export function createDiagnosisLevers(parts: LeverParts): DiagnosisLevers {
  const { requests } = createRequestLevers(parts);
  const { store, clock } = parts;
  return {
    async diagnose(requestId) {
      const request = requests.show(requestId);
      const { diagnose } = await import('../../diagnosis/diagnose.ts');
      const found = await store.read((tx) => diagnose(request, tx, clock.nowMs()));
      if (found === undefined) throw new ControlRefused(`the request ${requestId} was not refused`, 409);
      return found;
    },
  };
}
