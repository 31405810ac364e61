import type { Rule } from '../../operation/operation.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import { refuse } from '../refusals.ts';

const ownerAliases = ['system', 'self', 'others', 'marketplace'];
const architectures = ['i386', 'x86_64', 'arm64'];
const statuses = ['Creating', 'Waiting', 'Available', 'UnAvailable', 'CreateFailed', 'Deprecated'];

export const imageOwnerAlias: Rule<string> = (value) =>
  ownerAliases.includes(value)
    ? undefined
    : refuse('InvalidImageOwnerAlias.ValueNotSupported', { value, allowed: ownerAliases.join(', ') });

export const architecture: Rule<string> = (value) =>
  architectures.includes(value)
    ? undefined
    : refuse('InvalidArchitecture', { value, allowed: architectures.join(', ') });

export const osType: Rule<string> = (value) =>
  value === 'linux' || value === 'windows' ? undefined : refuse('InvalidOSType', { value });

export const usage: Rule<string> = (value) =>
  value === 'instance' || value === 'none' ? undefined : refuse('InvalidUsage.Image', { value });

/** What an image is to be used for. */
export const actionType: Rule<string> = (value, name) =>
  value === 'CreateEcs' || value === 'ChangeOS' ? undefined : refuse('InvalidParamter', { name, value });

/** Statuses separated by commas, or ALL alone. */
export const imageStatus: Rule<string> = (value, name) =>
  value === 'ALL' || value.split(',').every((one) => statuses.includes(one))
    ? undefined
    : refuse('InvalidParamter', { name, value });

export const knownInstanceType: Rule<string> = (value) =>
  findInstanceType(value) === undefined ? refuse('InvalidInstanceType.ValueNotSupported', { value }) : undefined;
