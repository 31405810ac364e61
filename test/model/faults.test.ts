import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openInProcess } from '../support/in-process.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import { referenceCheck } from './checks/references.ts';
import { play, themes } from './play.ts';
import { sequences } from './sequence.ts';

/** Changes to the state that a server might forget, by their SQL, and what the model's test says of that. */
const faults: readonly (readonly [what: string, statement: RegExp, said: RegExp])[] = [
  ['gives no addresses back', /^UPDATE address_block SET used = used - /, /count of a block of addresses is wrong/],
  [
    'forgets that groups were left',
    /^UPDATE security_group SET private_address_count = private_address_count \+ \? WHERE security_group_id = \?$/,
    /count of a security group is wrong/,
  ],
  [
    'leaves the tags of what is gone',
    /^DELETE FROM tag WHERE account_id = \? AND region_id = \? AND resource_type = \? AND resource_id = \?$/,
    /the tags of|tag \(c\.resource_id\) names no row/,
  ],
  ['gives no quota back', /^UPDATE quota_usage SET used = used - /, /count of [a-z-]+ is wrong/],
  ['never begins an attachment', /^UPDATE network_interface SET type = \?, status = \?/, /^eni-/],
  ['does not know a ClientToken again', /^INSERT INTO client_token/, /repeated answers|IdempotentParameterMismatch/],
  ['forgets that prefixes were taken', /^UPDATE network_interface SET ipv4_prefix_count/, /^eni-|count of/],
  ['leaves an elastic IP address on what is gone', /^UPDATE eip SET status = 'Available'/, /FOREIGN KEY/],
  [
    'keeps rules that were revoked',
    /^DELETE FROM security_group_rule/,
    /the security groups of|AuthorizationLimitExceed/,
  ],
  ['stores no modification', /^UPDATE network_interface SET network_interface_name = \?/, /^eni-/],
];

// What is proven here is the model, which is the same on every engine.
describe.skipIf(testDatabaseUrl() !== undefined)('the model notices a server that', () => {
  it.each(faults)('%s', { timeout: 120_000 }, async (_what, statement, said) => {
    const servers = await openInProcess(undefined, (text) => statement.test(text));
    const { store } = await servers.begin(0);
    const stage = { servers, checkReferences: await referenceCheck(store), checkEvery: 10, tally: new Map() };
    const property = fc.asyncProperty(sequences(themes, 60), (sequence) => play(sequence, stage));
    const { failed, errorInstance } = await fc.check(property, { numRuns: 200, seed: 1, endOnFailure: true });
    await servers.close();
    expect(failed).toBe(true);
    const [reason] = (errorInstance as Error).message.split('\n\nwhat was done:');
    expect(reason).toMatch(said);
  });
});
