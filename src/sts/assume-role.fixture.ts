import type { TestLocalyun } from '../../test/support/localyun.ts';
import type { Parameters, Product } from '../../test/support/signed-client.ts';
import type { Body, Refused, TestAccount } from '../../test/support/test-account.ts';
import { callAs, type Key } from '../access/ram-user.fixture.ts';
import { allowing } from '../ram/policy/policy.fixture.ts';
import { trusting } from '../ram/role/role.fixture.ts';

/** Calls with any key; refused answers come back too. */
export class KeyCaller {
  readonly #localyun: TestLocalyun;
  readonly key: Key;

  constructor(localyun: TestLocalyun, key: Key) {
    this.#localyun = localyun;
    this.key = key;
  }

  ask(product: Product, action: string, parameters: Parameters = {}): Promise<{ status: number; body: Body }> {
    return callAs(this.#localyun, this.key, product, action, parameters);
  }

  async ok(product: Product, action: string, parameters: Parameters = {}): Promise<Body> {
    const { status, body } = await this.ask(product, action, parameters);
    if (status !== 200) throw new Error(`${action} was refused: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async refused(product: Product, action: string, parameters: Parameters = {}): Promise<Refused> {
    const { status, body } = await this.ask(product, action, parameters);
    if (status === 200) throw new Error(`${action} was not refused: ${JSON.stringify(body)}`);
    return { status, code: body.Code, message: body.Message };
  }

  /** Who has the temporary key of a session that this caller starts. */
  async assume(RoleArn: string, more: Parameters = {}): Promise<KeyCaller> {
    const answer = await this.ok('Sts', 'AssumeRole', { RoleArn, RoleSessionName: 'session', ...more });
    return sessionOf(this.#localyun, answer);
  }
}

/** Who has the temporary key that an answer brought. */
export function sessionOf(localyun: TestLocalyun, { Credentials }: Body): KeyCaller {
  return new KeyCaller(localyun, {
    accessKeyId: Credentials.AccessKeyId,
    accessKeySecret: Credentials.AccessKeySecret,
    securityToken: Credentials.SecurityToken,
  });
}

/** Makes a RAM user with a key that may call the actions. */
export async function userWith(
  localyun: TestLocalyun,
  account: TestAccount,
  UserName: string,
  ...actions: readonly string[]
): Promise<KeyCaller> {
  await account.ok('Ram', 'CreateUser', { UserName });
  const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', { UserName });
  if (actions.length > 0) {
    await account.ok('Ram', 'CreatePolicy', { PolicyName: `of-${UserName}`, PolicyDocument: allowing(...actions) });
    await account.ok('Ram', 'AttachPolicyToUser', { PolicyType: 'Custom', PolicyName: `of-${UserName}`, UserName });
  }
  const { AccessKeyId: accessKeyId, AccessKeySecret: accessKeySecret } = AccessKey;
  return new KeyCaller(localyun, { accessKeyId, accessKeySecret });
}

/** Makes a role with policies of the system; unless told otherwise, everyone in the account may assume it. Answers its ARN. */
export async function roleWith(
  account: TestAccount,
  RoleName: string,
  { trust = trusting(`acs:ram::${account.accountId}:root`), policies = [] as readonly string[], more = {} } = {},
): Promise<string> {
  const { Role } = await account.ok('Ram', 'CreateRole', { RoleName, AssumeRolePolicyDocument: trust, ...more });
  for (const PolicyName of policies) {
    await account.ok('Ram', 'AttachPolicyToRole', { PolicyType: 'System', PolicyName, RoleName });
  }
  return Role.Arn;
}
