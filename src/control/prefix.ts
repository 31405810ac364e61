/** Where the control API begins; everything else on the port is the protocol. */
export const controlPrefix = '/_localyun';
