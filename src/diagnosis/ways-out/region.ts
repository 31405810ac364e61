import type { ResourceState } from '../../requests/refusal/resource-state.ts';
import { note, type Refused, repeat } from '../refused.ts';
import type { Step } from '../step.ts';

/** The call once more in the region of a resource that it names; where it names others elsewhere, no region will do. */
export function repeatThere(refused: Refused, { members: { regionId } }: ResourceState): Step {
  const found = refused.evidence.resources.filter(({ missing }) => !missing);
  if (found.every(({ members }) => members.regionId === regionId)) {
    return repeat(refused, { RegionId: String(regionId) });
  }
  const places = found.map(({ id, members }) => `${id} is in ${members.regionId}`).join(', ');
  return note(`The call names resources of different regions, so it succeeds in none: ${places}. Name those of one.`);
}
