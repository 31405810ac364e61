/** How a call is refused: bad input, no such thing, nothing came in time, or not as things are now. */
export type RefusedStatus = 400 | 404 | 408 | 409;

/** A call of the control API that cannot be carried out as it is; the message says why. */
export class ControlRefused extends Error {
  override readonly name = 'ControlRefused';
  readonly status: RefusedStatus;

  constructor(message: string, status: RefusedStatus = 400) {
    super(message);
    this.status = status;
  }
}
