import { setTimeout as sleep } from 'node:timers/promises';
import { caller, type Known, type Life } from './life.ts';

interface Described {
  readonly NetworkInterfaceId: string;
  readonly NetworkInterfaceName: string;
  readonly Status: string;
  readonly SecurityGroupIds: { readonly SecurityGroupId: readonly string[] };
  readonly PrivateIpSets: { readonly PrivateIpSet: readonly unknown[] };
  readonly Tags: { readonly Tag: readonly { readonly TagKey: string; readonly TagValue: string }[] };
}

/** Everything that was answered is there, what was not is there as a whole or not at all, and delayed changes end. */
export async function checkAnswers(port: number, lives: readonly Life[]): Promise<void> {
  const there = new Map((await settled(port)).map((eni) => [eni.NetworkInterfaceId, knownOf(eni)]));
  for (const life of lives) {
    for (const [id, known] of life.known) {
      const shown = there.get(id) ?? { ...known, isDeleted: true };
      const open = life.unanswered.get(id);
      const possible = open === undefined ? [known] : [open.before, open.after];
      const found = possible.find((one) => (one.isDeleted ? shown.isDeleted : isSame(one, shown)));
      if (found === undefined) {
        throw new Error(
          `${id} should be ${possible.map((one) => JSON.stringify(one)).join(' or ')}: ${JSON.stringify(shown)}`,
        );
      }
      life.known.set(id, found);
      life.unanswered.delete(id);
      there.delete(id);
    }
  }
  const creations = new Set(lives.flatMap(({ unansweredCreation: open }) => (open === undefined ? [] : [open.name])));
  for (const [id, { name }] of there) {
    if (!creations.delete(name)) throw new Error(`${id} named ${name} was made by nobody, or twice`);
  }
}

/** The interfaces of the account once none is on its way. */
async function settled(port: number): Promise<readonly Described[]> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const all = await listAll(port);
    if (all.every(({ Status }) => Status === 'Available' || Status === 'InUse')) return all;
    await sleep(100);
  }
  throw new Error('a delayed change did not end within 10 s');
}

async function listAll(port: number): Promise<readonly Described[]> {
  const call = caller(port);
  const all: Described[] = [];
  let token = '';
  do {
    const page = await call('DescribeNetworkInterfaces', {
      Type: 'Secondary',
      MaxResults: 500,
      ...(token === '' ? {} : { NextToken: token }),
    });
    if (page === undefined) throw new Error('the restarted server does not answer');
    all.push(...(page.NetworkInterfaceSets as { NetworkInterfaceSet: readonly Described[] }).NetworkInterfaceSet);
    token = String(page.NextToken ?? '');
  } while (token !== '');
  return all;
}

function knownOf(described: Described): Known {
  return {
    name: described.NetworkInterfaceName,
    addressCount: described.PrivateIpSets.PrivateIpSet.length,
    groupCount: described.SecurityGroupIds.SecurityGroupId.length,
    tag: described.Tags.Tag.find(({ TagKey }) => TagKey === 'change')?.TagValue,
    isAttached: described.Status === 'InUse',
    isDeleted: false,
  };
}

const isSame = (one: Known, other: Known) => JSON.stringify(one) === JSON.stringify(other);
