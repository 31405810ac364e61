import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SqliteStore } from '../../src/store/sqlite.ts';
import { referenceCheck } from '../model/checks/references.ts';
import { checkRows } from '../model/checks/rows.ts';
import { caller, type Known, type Life } from './life.ts';

interface Described {
  readonly NetworkInterfaceId: string;
  readonly NetworkInterfaceName: string;
  readonly Status: string;
  readonly PrivateIpSets: { readonly PrivateIpSet: readonly unknown[] };
  readonly Tags: { readonly Tag: readonly { readonly TagKey: string; readonly TagValue: string }[] };
}

/** The files as the crash left them are opened on the side, and hold nothing that must not be. */
export async function checkFiles(directory: string): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'localyun-crash-copy-'));
  try {
    cpSync(directory, copy, { recursive: true });
    const store = SqliteStore.open(copy);
    try {
      const checkReferences = await referenceCheck(store);
      await store.read(async (tx) => {
        await checkRows(tx);
        await checkReferences(tx);
      });
    } finally {
      await store.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
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
    if (all.every(({ Status }) => Status === 'Available')) return all;
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
      MaxResults: 500,
      ...(token === '' ? {} : { NextToken: token }),
    });
    if (page === undefined) throw new Error('the restarted server does not answer');
    all.push(...(page.NetworkInterfaceSets as { NetworkInterfaceSet: readonly Described[] }).NetworkInterfaceSet);
    token = String(page.NextToken ?? '');
  } while (token !== '');
  return all;
}

function knownOf({ NetworkInterfaceName, PrivateIpSets, Tags }: Described): Known {
  return {
    name: NetworkInterfaceName,
    addressCount: PrivateIpSets.PrivateIpSet.length,
    tag: Tags.Tag.find(({ TagKey }) => TagKey === 'change')?.TagValue,
    isDeleted: false,
  };
}

const isSame = (one: Known, other: Known) => JSON.stringify(one) === JSON.stringify(other);
