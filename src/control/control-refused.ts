/** A call of the control API that cannot be carried out as it is; the message says why. */
export class ControlRefused extends Error {
  override readonly name = 'ControlRefused';
}
