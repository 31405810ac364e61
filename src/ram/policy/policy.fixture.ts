/** A policy document of one statement that allows actions on everything. */
export function allowing(...actions: readonly string[]): string {
  return JSON.stringify({ Version: '1', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] });
}
