import { parseJson } from '../../operation/json.ts';
import { isOperatorName, type OperatorName, operators } from './operators.ts';

/** A policy document as data: what it says, in the order it says it. */
export interface PolicyDocument {
  readonly version: '1';
  readonly statements: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Patterns;
  readonly resources: Patterns;
  readonly conditions: readonly PolicyCondition[];
}

/** The values of `Action` or `Resource`; of `NotAction` or `NotResource` where `negated`. */
export interface Patterns {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

/** One key of a Condition; any of the values is enough. */
export interface PolicyCondition {
  readonly operator: OperatorName;
  readonly key: string;
  readonly values: readonly string[];
}

/** Who may assume a role. */
export interface TrustPolicy {
  readonly version: '1';
  readonly statements: readonly TrustStatement[];
}

export interface TrustStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly principal: TrustedPrincipal;
  readonly actions: readonly string[];
  readonly conditions: readonly PolicyCondition[];
}

/** Those who may assume a role: ARNs of accounts, users and roles; services; identity providers. */
export interface TrustedPrincipal {
  readonly RAM: readonly string[];
  readonly Service: readonly string[];
  readonly Federated: readonly string[];
}

/** Why a text is no policy document; the message names the place, such as `Statement[0].Action`. */
export interface PolicyFault {
  readonly kind: 'policy-fault';
  readonly message: string;
}

/** Tells a fault from a document. */
export function isPolicyFault(value: PolicyDocument | TrustPolicy | PolicyFault): value is PolicyFault {
  return 'kind' in value;
}

/**
 * Reads the document of a permission policy. The caller limits its length.
 * @see https://www.alibabacloud.com/help/en/ram/policy-structure-and-syntax
 */
export function parsePolicyDocument(text: string): PolicyDocument | PolicyFault {
  return reading(() => ({ version: '1', statements: statementsOf(text, readStatement) }));
}

/** Reads the document that says who may assume a role: like a permission policy, with a Principal and no Resource. */
export function parseTrustPolicy(text: string): TrustPolicy | PolicyFault {
  return reading(() => ({ version: '1', statements: statementsOf(text, readTrustStatement) }));
}

type Fields = Readonly<Record<string, unknown>>;

/** Ends the reading at the first fault; does not leave this file. */
class Fault extends Error {}

function reading<T>(read: () => T): T | PolicyFault {
  try {
    return read();
  } catch (error) {
    if (error instanceof Fault) return { kind: 'policy-fault', message: error.message };
    throw error;
  }
}

function statementsOf<T>(text: string, read: (statement: Fields, place: string) => T): readonly T[] {
  const document = fieldsOf(jsonOf(text), 'the document', ['Version', 'Statement']);
  if (document.Version !== '1') throw new Fault('Version must be "1"');
  const { Statement } = document;
  const statements = Array.isArray(Statement) ? Statement : [Statement];
  if (Statement === undefined || statements.length === 0) throw new Fault('Statement must hold at least one statement');
  return statements.map((statement: unknown, index) => {
    const place = `Statement[${index}]`;
    return read(fieldsOf(statement, place), place);
  });
}

function jsonOf(text: string): unknown {
  const value = parseJson(text);
  if (value === undefined) throw new Fault('the document is not JSON');
  return value;
}

function readStatement(statement: Fields, place: string): PolicyStatement {
  knownFields(statement, place, ['Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']);
  return {
    effect: effectOf(statement, place),
    actions: patternsOf(statement, 'Action', place, /^(\*|[\w*?-]+:[\w*?:./-]+)$/, '"*" or of the form service:Action'),
    resources: patternsOf(
      statement,
      'Resource',
      place,
      /^(\*|acs:[^:]*:[^:]*:[^:]*:.+)$/,
      '"*" or of the form acs:service:region:account:resource',
    ),
    conditions: conditionsOf(statement.Condition, `${place}.Condition`),
  };
}

const assumeActions = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:*', '*'];

function readTrustStatement(statement: Fields, place: string): TrustStatement {
  knownFields(statement, place, ['Effect', 'Principal', 'Action', 'Condition']);
  const actions = textsOf(statement.Action, `${place}.Action`);
  const wrong = actions.find((action) => !assumeActions.some((known) => known.toLowerCase() === action.toLowerCase()));
  if (wrong !== undefined) throw new Fault(`${place}.Action must be sts:AssumeRole, not "${wrong}"`);
  return {
    effect: effectOf(statement, place),
    principal: principalOf(statement.Principal, `${place}.Principal`),
    actions,
    conditions: conditionsOf(statement.Condition, `${place}.Condition`),
  };
}

function effectOf({ Effect }: Fields, place: string): 'Allow' | 'Deny' {
  if (Effect === 'Allow' || Effect === 'Deny') return Effect;
  throw new Fault(`${place}.Effect must be "Allow" or "Deny"`);
}

function patternsOf(
  statement: Fields,
  name: 'Action' | 'Resource',
  place: string,
  form: RegExp,
  formText: string,
): Patterns {
  const [given, negated] = [statement[name], statement[`Not${name}`]];
  if ((given === undefined) === (negated === undefined)) {
    throw new Fault(`${place} must have either ${name} or Not${name}`);
  }
  const where = `${place}.${given === undefined ? 'Not' : ''}${name}`;
  const patterns = textsOf(given ?? negated, where);
  const wrong = patterns.find((pattern) => !form.test(pattern));
  if (wrong !== undefined) throw new Fault(`${where} must be ${formText}, not "${wrong}"`);
  return { negated: given === undefined, patterns };
}

const trustedForms: { readonly [Kind in keyof TrustedPrincipal]: readonly [form: RegExp, text: string] } = {
  RAM: [/^(\*|acs:ram:[^:]*:(\d+|\*):(root|\*|(user|role|assumed-role)\/.+))$/, 'an ARN such as acs:ram::123:root'],
  Service: [/^[\w.-]+$/, 'the name of a service such as ecs.aliyuncs.com'],
  Federated: [/^acs:ram:[^:]*:(\d+|\*):(saml|oidc)-provider\/.+$/, 'an ARN such as acs:ram::123:saml-provider/name'],
};

function principalOf(value: unknown, place: string): TrustedPrincipal {
  const given = fieldsOf(value, place, Object.keys(trustedForms));
  if (Object.keys(given).length === 0) throw new Fault(`${place} must have RAM, Service or Federated`);
  const listed = (kind: keyof TrustedPrincipal): readonly string[] => {
    if (given[kind] === undefined) return [];
    const [form, text] = trustedForms[kind];
    const names = textsOf(given[kind], `${place}.${kind}`);
    const wrong = names.find((name) => !form.test(name));
    if (wrong !== undefined) throw new Fault(`${place}.${kind} must be ${text}, not "${wrong}"`);
    return names;
  };
  return { RAM: listed('RAM'), Service: listed('Service'), Federated: listed('Federated') };
}

function conditionsOf(value: unknown, place: string): readonly PolicyCondition[] {
  if (value === undefined) return [];
  return Object.entries(fieldsOf(value, place)).flatMap(([operator, keys]) => {
    const where = `${place}.${operator}`;
    if (!isOperatorName(operator)) throw new Fault(`${where} is not an operator of RAM`);
    return Object.entries(fieldsOf(keys, where)).map(([key, values]) => conditionOf(operator, key, values, where));
  });
}

function conditionOf(operator: OperatorName, key: string, value: unknown, place: string): PolicyCondition {
  const where = `${place}.${key}`;
  if (!/^[\w-]+:.+$/.test(key)) throw new Fault(`${where} is not of the form service:Key`);
  const values = textsOf(value, where);
  if (operator === 'Bool' && values.length > 1) throw new Fault(`${where} must have one value, true or false`);
  const wrong = values.find((one) => operators[operator].test(one) === undefined);
  if (wrong !== undefined) throw new Fault(`${where}: "${wrong}" is not a value that ${operator} compares`);
  return { operator, key, values };
}

function fieldsOf(value: unknown, place: string, known?: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Fault(`${place} must be an object`);
  if (known !== undefined) knownFields(value as Fields, place, known);
  return value as Fields;
}

function knownFields(fields: Fields, place: string, known: readonly string[]): void {
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Fault(`${place} has no element "${unknown}"`);
}

function textsOf(value: unknown, place: string): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (texts.length === 0 || !texts.every((text) => typeof text === 'string' && text !== '')) {
    throw new Fault(`${place} must be a text or a list of texts`);
  }
  return texts as readonly string[];
}
