/** How a call is refused: bad input, no such thing, nothing came in time, not as things are now, or no state at hand. */
export type RefusedStatus = 400 | 404 | 408 | 409 | 503;

/** A call of the control API that cannot be carried out as it is; the message says why. */
export class ControlRefused extends Error {
  override readonly name = 'ControlRefused';
  readonly status: RefusedStatus;

  constructor(message: string, status: RefusedStatus = 400, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}
