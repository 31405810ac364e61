import type { Contract } from '../../contracts/contract.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { compileMembers, Findings, type Member } from './decode-shape.ts';
import { treeOf } from './parameter-tree.ts';
import { refuse } from './refusals.ts';

/** Parameters by wire name: text, numbers, booleans, lists and objects as the contract shapes them. */
export type DecodedParameters = Readonly<Record<string, unknown>>;

export interface DecodeOptions {
  /**
   * Text parameters for which the empty string is a value and not an absence, such as one that clears a description.
   * Inside lists and objects by path without numbers: `Tag.Value`.
   */
  readonly keepEmpty?: ReadonlySet<string>;
}

interface Decoder {
  readonly members: readonly Member[];
  /** Members whose names can carry a dot. */
  readonly composite: ReadonlySet<string>;
  /** `RegionId` first. */
  readonly required: readonly string[];
}

const decoders = new WeakMap<Contract, Decoder>();
const nothingKept: ReadonlySet<string> = new Set();

/**
 * Gives flat parameters the types of their contract. Absent scalars are absent from the result, absent lists are empty
 * lists, parameters the contract does not name are ignored, and so are names below one of its scalars.
 *
 * @returns the parameters, or `MissingParameter` for the first required one that is not there (`RegionId` before all,
 *   then as the contract lists them), or else `InvalidParameter` for the first value that has not its type
 */
export function decodeParameters(
  contract: Contract,
  parameters: ReadonlyMap<string, string>,
  { keepEmpty = nothingKept }: DecodeOptions = {},
): DecodedParameters | Refusal {
  const { members, composite, required } = decoderOf(contract);
  const tree = composite.size === 0 ? undefined : treeOf(parameters, composite);
  const findings = new Findings(keepEmpty);
  const decoded: Record<string, unknown> = {};

  for (const member of members) {
    const value = member.decode(parameters.get(member.name), tree?.get(member.name), member.name, findings);
    if (value !== undefined) decoded[member.name] = value;
  }
  for (const name of required) {
    if (isMissing(decoded[name]) && !findings.isFaulty(name)) return refuse('MissingParameter', { name });
  }
  return findings.refusal ?? decoded;
}

/** Whether a decoded parameter was not given; a list is there with one item at least. */
export function isMissing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function decoderOf(contract: Contract): Decoder {
  let decoder = decoders.get(contract);
  if (decoder === undefined) {
    const members = compileMembers(contract.parameters, '');
    const { required } = contract;
    decoder = {
      members,
      composite: new Set(members.filter(({ isComposite }) => isComposite).map(({ name }) => name)),
      required: required.includes('RegionId') ? ['RegionId', ...required.filter((it) => it !== 'RegionId')] : required,
    };
    decoders.set(contract, decoder);
  }
  return decoder;
}
