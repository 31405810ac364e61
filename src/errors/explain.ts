import type { CatalogueOf } from './catalogues.ts';
import type { Explanation, Explanations } from './explanation.ts';
import { accessExplanations } from './explanations/access.ts';
import { eipExplanations } from './explanations/eip.ts';
import { families } from './explanations/families.ts';
import { gatewayExplanations } from './explanations/gateway.ts';
import { instanceExplanations } from './explanations/instance.ts';
import { networkExplanations } from './explanations/network.ts';
import { networkInterfaceExplanations } from './explanations/network-interface.ts';
import { otherExplanations } from './explanations/others.ts';
import { securityGroupExplanations } from './explanations/security-group.ts';

const common: readonly Explanations[] = [gatewayExplanations, accessExplanations, otherExplanations];
const ofEcs = [networkInterfaceExplanations, securityGroupExplanations, instanceExplanations, ...common];
const ofVpc = [networkExplanations, eipExplanations, networkInterfaceExplanations, instanceExplanations, ...common];

/** Why a product answers a code, and what to do: of the code itself, or of the family it is in by its name. */
export function explain(of: CatalogueOf, code: string): Explanation | undefined {
  return ownExplanation(of, code) ?? families.find(([codes]) => codes.test(code))?.[1];
}

/** The texts of this code alone. */
export function ownExplanation(of: CatalogueOf, code: string): Explanation | undefined {
  const explanations = of === 'Vpc' ? ofVpc : of === 'Ecs' ? ofEcs : common;
  return explanations.find((one) => Object.hasOwn(one, code))?.[code];
}
