import type { ControlCall } from './call.ts';
import { ControlRefused } from './control-refused.ts';
import type { Levers } from './levers.ts';
import { checkInput } from './read-input.ts';
import { unavailability } from './unavailability.ts';

/**
 * Carries a call out on this server.
 * @param given its input, not yet checked
 * @throws ControlRefused when the input is not valid or the call cannot be carried out
 */
export async function runCall(call: ControlCall, levers: Levers, given: object): Promise<unknown> {
  try {
    return await call.run(levers, checkInput(call.input, given));
  } catch (error) {
    const reason = unavailability(error);
    if (reason !== undefined) throw new ControlRefused(reason, 503, { cause: error });
    if (!(error instanceof Error && error.name === 'SeedRefused')) throw error;
    throw new ControlRefused(error.message);
  }
}
