import { refuse as ofAccess } from '../access/refusals.ts';
import { refuse as ofBilling } from '../billing/refusals.ts';
import type { ProductName } from '../contracts/contract.ts';
import { refuse as ofEcs } from '../ecs/refusals.ts';
import { refuse as ofLocation } from '../location/refusals.ts';
import type { RefusalEntry } from '../operation/refusal.ts';
import { refuseRegion } from '../operation/region-refusals.ts';
import { refuse as ofRam } from '../ram/refusals.ts';
import { refuse as ofResourceManager } from '../resource-manager/refusals.ts';
import { refuse as ofSts } from '../sts/refusals.ts';
import { refuse as ofVpc } from '../vpc/refusals.ts';
import { publishedCodes } from './published-codes.generated.ts';
import { passingRefusals } from './refusals.ts';
import type { FaultAnswer } from './request-fault.ts';

type Catalogue = Readonly<Record<string, RefusalEntry>>;

const ofProducts: Readonly<Record<ProductName, Catalogue>> = {
  Ecs: ofEcs.catalogue,
  Vpc: ofVpc.catalogue,
  Ram: ofRam.catalogue,
  Sts: ofSts.catalogue,
  ResourceManager: ofResourceManager.catalogue,
  BssOpenApi: ofBilling.catalogue,
  Location: ofLocation.catalogue,
};

/** What faults of requests of an operation, a product or any product can be answered with, by code. */
export type DocumentedCodes = ReadonlyMap<string, FaultAnswer>;

/**
 * The documented errors of an operation, or of all operations of products: those of the operation's published table where
 * there is one, else those that the products have, and in any case what every operation can be refused with.
 */
export function documentedCodes(products: readonly ProductName[], action: string | undefined): DocumentedCodes {
  const known = answersOf(...products.map((product) => ofProducts[product]));
  const ofEveryOperation = answersOf(ofAccess.catalogue, refuseRegion.catalogue, passingRefusals);
  const published = products.includes('Ecs') ? publishedAnswers(action, known) : [];
  const isAll = action !== undefined && products.length === 1 && published.length > 0;
  return new Map([...(isAll ? [] : known), ...published, ...ofEveryOperation]);
}

function publishedAnswers(action: string | undefined, known: DocumentedCodes) {
  const tables = action === undefined ? Object.values(publishedCodes) : [publishedCodes[action] ?? ''];
  return tables.flatMap((table) => answersIn(table, known));
}

function answersOf(...catalogues: readonly Catalogue[]): Map<string, FaultAnswer> {
  const answers = new Map<string, FaultAnswer>();
  for (const catalogue of catalogues) {
    for (const [name, [status, template, code = name]] of Object.entries(catalogue)) {
      // Of entries with one code, the first is the one that is named like it, or the most common.
      if (name === code || !answers.has(code)) answers.set(code, { status, code, template });
    }
  }
  return answers;
}

/** @param table status and code by turns */
function answersIn(table: string, known: DocumentedCodes): readonly (readonly [string, FaultAnswer])[] {
  const words = table.split(' ');
  return words.flatMap((code, index) => {
    if (index % 2 === 0) return [];
    const template = known.get(code)?.template ?? `The request was refused with the code ${code}.`;
    return [[code, { status: Number(words[index - 1]), code, template }] as const];
  });
}
