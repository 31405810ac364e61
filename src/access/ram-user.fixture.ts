import type { TestLocalyun } from '../../test/support/localyun.ts';
import { call, type Parameters, type Product } from '../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../test/support/test-account.ts';

export interface Key {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** What a call was answered. */
export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly code: string | undefined;
}

/** Calls as whom a key stands for. */
export async function callAs(
  localyun: TestLocalyun,
  key: Key,
  product: Product,
  action: string,
  parameters: Parameters,
) {
  const token = key.securityToken === undefined ? {} : { SecurityToken: key.securityToken };
  const { status, text } = await call(localyun.port, key, product, action, { ...parameters, ...token });
  const body = JSON.parse(text) as Body;
  return { status, body, code: status === 200 ? undefined : body.Code } as Answer;
}

let count = 0;

/** A RAM user of a test's account. */
export interface TestUser extends Key {
  readonly userName: string;
  call(product: Product, action: string, parameters: Parameters): Promise<Answer>;
}

/** Makes a user with a key and a policy of these statements, or none. */
export async function makeUser(
  localyun: TestLocalyun,
  account: TestAccount,
  ...statements: readonly object[]
): Promise<TestUser> {
  const userName = `user-${++count}`;
  await account.ok('Ram', 'CreateUser', { UserName: userName });
  const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', { UserName: userName });
  if (statements.length > 0) await grant(account, userName, ...statements);
  const key = { accessKeyId: AccessKey.AccessKeyId as string, accessKeySecret: AccessKey.AccessKeySecret as string };
  return {
    ...key,
    userName,
    call: (product, action, parameters) => callAs(localyun, key, product, action, parameters),
  };
}

/** Attaches one more policy to a user; answers its name. */
export async function grant(account: TestAccount, userName: string, ...statements: readonly object[]): Promise<string> {
  const PolicyName = await makePolicy(account, ...statements);
  await account.ok('Ram', 'AttachPolicyToUser', { PolicyType: 'Custom', PolicyName, UserName: userName });
  return PolicyName;
}

/** Makes a policy of the account. */
export async function makePolicy(account: TestAccount, ...statements: readonly object[]): Promise<string> {
  const PolicyName = `policy-${++count}`;
  const PolicyDocument = JSON.stringify({ Version: '1', Statement: statements });
  await account.ok('Ram', 'CreatePolicy', { PolicyName, PolicyDocument });
  return PolicyName;
}

/** Makes a role that the account trusts, with a policy of these statements; answers its ARN. */
export async function makeRole(account: TestAccount, ...statements: readonly object[]): Promise<string> {
  const RoleName = `role-${++count}`;
  const principal = { RAM: [`acs:ram::${account.accountId}:root`] };
  const trust = { Version: '1', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal }] };
  await account.ok('Ram', 'CreateRole', { RoleName, AssumeRolePolicyDocument: JSON.stringify(trust) });
  const PolicyName = await makePolicy(account, ...statements);
  await account.ok('Ram', 'AttachPolicyToRole', { PolicyType: 'Custom', PolicyName, RoleName });
  return `acs:ram::${account.accountId}:role/${RoleName}`;
}

export const allow = (Action: unknown, Resource: unknown = '*', Condition: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});
export const deny = (Action: unknown, Resource: unknown = '*', Condition: object = {}) => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
});
