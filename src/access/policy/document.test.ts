import { describe, expect, it } from 'vitest';
import { isPolicyFault, parsePolicyDocument, parseTrustPolicy } from './document.ts';
import { findSystemPolicy, systemPolicies } from './system-policies.ts';

const statement = { Effect: 'Allow', Action: 'ecs:*', Resource: '*' };
const policy = (change: object) => JSON.stringify({ Version: '1', Statement: [{ ...statement, ...change }] });
const faultOf = (text: string, parse: typeof parsePolicyDocument | typeof parseTrustPolicy = parsePolicyDocument) => {
  const parsed = parse(text);
  return isPolicyFault(parsed) ? parsed.message : undefined;
};

describe('parsePolicyDocument', () => {
  it('reads a document as data', () => {
    const text = JSON.stringify({
      Version: '1',
      Statement: [
        {
          Effect: 'Deny',
          NotAction: ['ecs:Describe*', 'vpc:*'],
          Resource: 'acs:ecs:*:*:eni/*',
          Condition: { IpAddress: { 'acs:SourceIp': ['10.0.0.0/8', '::1'] }, Bool: { 'acs:SecureTransport': 'true' } },
        },
      ],
    });
    expect(parsePolicyDocument(text)).toEqual({
      version: '1',
      statements: [
        {
          effect: 'Deny',
          actions: { negated: true, patterns: ['ecs:Describe*', 'vpc:*'] },
          resources: { negated: false, patterns: ['acs:ecs:*:*:eni/*'] },
          conditions: [
            { operator: 'IpAddress', key: 'acs:SourceIp', values: ['10.0.0.0/8', '::1'] },
            { operator: 'Bool', key: 'acs:SecureTransport', values: ['true'] },
          ],
        },
      ],
    });
  });

  it('takes one statement without a list', () => {
    expect(faultOf(JSON.stringify({ Version: '1', Statement: statement }))).toBeUndefined();
  });

  it.each([
    ['not JSON', '{"Version":"1"', 'the document is not JSON'],
    ['no object', '[]', 'the document must be an object'],
    ['another version', JSON.stringify({ Version: '2', Statement: [statement] }), 'Version must be "1"'],
    ['a version that is a number', JSON.stringify({ Version: 1, Statement: [statement] }), 'Version must be "1"'],
    ['no statement', JSON.stringify({ Version: '1' }), 'Statement must hold at least one statement'],
    ['an empty list', JSON.stringify({ Version: '1', Statement: [] }), 'Statement must hold at least one statement'],
    [
      'a statement that is a text',
      JSON.stringify({ Version: '1', Statement: ['x'] }),
      'Statement[0] must be an object',
    ],
    [
      'another element',
      JSON.stringify({ Version: '1', Statement: [statement], Id: 'x' }),
      'the document has no element "Id"',
    ],
    ['another element in a statement', policy({ Principal: '*' }), 'Statement[0] has no element "Principal"'],
    ['another effect', policy({ Effect: 'allow' }), 'Statement[0].Effect must be "Allow" or "Deny"'],
    ['no action', policy({ Action: undefined }), 'Statement[0] must have either Action or NotAction'],
    ['both actions', policy({ NotAction: 'ecs:*' }), 'Statement[0] must have either Action or NotAction'],
    [
      'an action without service',
      policy({ Action: 'Describe*' }),
      'Statement[0].Action must be "*" or of the form service:Action, not "Describe*"',
    ],
    ['no actions in the list', policy({ Action: [] }), 'Statement[0].Action must be a text or a list of texts'],
    [
      'an action that is a number',
      policy({ Action: ['ecs:*', 1] }),
      'Statement[0].Action must be a text or a list of texts',
    ],
    ['no resource', policy({ Resource: undefined }), 'Statement[0] must have either Resource or NotResource'],
    [
      'a resource of another cloud',
      policy({ Resource: 'arn:aws:ec2:::x' }),
      'Statement[0].Resource must be "*" or of the form acs:service:region:account:resource, not "arn:aws:ec2:::x"',
    ],
    [
      'too short an ARN',
      policy({ Resource: 'acs:ecs:*:*' }),
      'Statement[0].Resource must be "*" or of the form acs:service:region:account:resource, not "acs:ecs:*:*"',
    ],
    ['a condition that is a list', policy({ Condition: [] }), 'Statement[0].Condition must be an object'],
    [
      'an operator that is none',
      policy({ Condition: { StringEqualsIfExists: {} } }),
      'Statement[0].Condition.StringEqualsIfExists is not an operator of RAM',
    ],
    [
      'an inherited name',
      policy({ Condition: { toString: {} } }),
      'Statement[0].Condition.toString is not an operator of RAM',
    ],
    ['half a character', policy({ Action: 'ecs:\ud83d' }), 'the document is not JSON'],
    [
      'a key without service',
      policy({ Condition: { Bool: { Secure: 'true' } } }),
      'Statement[0].Condition.Bool.Secure is not of the form service:Key',
    ],
    [
      'a value that is none',
      policy({ Condition: { Bool: { 'acs:SecureTransport': 'yes' } } }),
      'Statement[0].Condition.Bool.acs:SecureTransport: "yes" is not a value that Bool compares',
    ],
    [
      'a value without quotes',
      policy({ Condition: { Bool: { 'acs:SecureTransport': true } } }),
      'Statement[0].Condition.Bool.acs:SecureTransport must be a text or a list of texts',
    ],
    [
      'two truths',
      policy({ Condition: { Bool: { 'acs:SecureTransport': ['true', 'false'] } } }),
      'Statement[0].Condition.Bool.acs:SecureTransport must have one value, true or false',
    ],
    [
      'a number that is none',
      policy({ Condition: { NumericLessThan: { 'acs:X': '1e3' } } }),
      'Statement[0].Condition.NumericLessThan.acs:X: "1e3" is not a value that NumericLessThan compares',
    ],
    [
      'a date that is none',
      policy({ Condition: { DateLessThan: { 'acs:CurrentTime': '2026-13-01' } } }),
      'Statement[0].Condition.DateLessThan.acs:CurrentTime: "2026-13-01" is not a value that DateLessThan compares',
    ],
    [
      'a time without zone',
      policy({ Condition: { DateLessThan: { 'acs:CurrentTime': '2026-01-01T00:00:00' } } }),
      'Statement[0].Condition.DateLessThan.acs:CurrentTime: "2026-01-01T00:00:00" is not a value that DateLessThan compares',
    ],
    [
      'an address that is none',
      policy({ Condition: { IpAddress: { 'acs:SourceIp': '10.0.0.0/33' } } }),
      'Statement[0].Condition.IpAddress.acs:SourceIp: "10.0.0.0/33" is not a value that IpAddress compares',
    ],
    [
      'half an address',
      policy({ Condition: { IpAddress: { 'acs:SourceIp': '10.1' } } }),
      'Statement[0].Condition.IpAddress.acs:SourceIp: "10.1" is not a value that IpAddress compares',
    ],
  ])('says what is wrong with %s', (_name, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });
});

describe('parseTrustPolicy', () => {
  const trust = (change: object) =>
    JSON.stringify({
      Version: '1',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM: 'acs:ram::1:root' }, ...change }],
    });

  it('reads who may assume a role', () => {
    const Principal = {
      RAM: ['acs:ram::1000000000000001:root', 'acs:ram::1:user/a', 'acs:ram::1:role/b'],
      Service: ['ecs.aliyuncs.com'],
      Federated: ['acs:ram::1:oidc-provider/ack', 'acs:ram::1:saml-provider/adfs'],
    };
    expect(parseTrustPolicy(trust({ Principal }))).toEqual({
      version: '1',
      statements: [{ effect: 'Allow', principal: Principal, actions: ['sts:AssumeRole'], conditions: [] }],
    });
  });

  it.each([
    ['no principal', trust({ Principal: undefined }), 'Statement[0].Principal must be an object'],
    ['an empty principal', trust({ Principal: {} }), 'Statement[0].Principal must have RAM, Service or Federated'],
    ['another kind of principal', trust({ Principal: { AWS: '*' } }), 'Statement[0].Principal has no element "AWS"'],
    [
      'a principal that is no ARN',
      trust({ Principal: { RAM: 'alice' } }),
      'Statement[0].Principal.RAM must be an ARN such as acs:ram::123:root, not "alice"',
    ],
    [
      'a service that is none',
      trust({ Principal: { Service: 'https://ecs' } }),
      'Statement[0].Principal.Service must be the name of a service such as ecs.aliyuncs.com, not "https://ecs"',
    ],
    [
      'a provider that is none',
      trust({ Principal: { Federated: 'acs:ram::1:user/a' } }),
      'Statement[0].Principal.Federated must be an ARN such as acs:ram::123:saml-provider/name, not "acs:ram::1:user/a"',
    ],
    ['another action', trust({ Action: 'ecs:*' }), 'Statement[0].Action must be sts:AssumeRole, not "ecs:*"'],
    ['a resource', trust({ Resource: '*' }), 'Statement[0] has no element "Resource"'],
  ])('says what is wrong with %s', (_name, text, fault) => {
    expect(faultOf(text, parseTrustPolicy)).toBe(fault);
  });
});

describe('the policies of the system', () => {
  it('can be read', () => {
    for (const { policyName, policyDocument } of systemPolicies) {
      expect(faultOf(policyDocument), policyName).toBeUndefined();
    }
  });

  it('are found by their names, whose case counts', () => {
    expect(findSystemPolicy('AliyunECSFullAccess')?.policyName).toBe('AliyunECSFullAccess');
    expect(findSystemPolicy('aliyunecsfullaccess')).toBeUndefined();
  });
});
