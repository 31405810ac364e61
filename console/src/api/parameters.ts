/** The parameters of a call, by wire name, nested as the contract of its operation says. */
export type Parameters = Readonly<Record<string, unknown>>;
