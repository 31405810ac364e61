import { refuse as ofAccess } from '../access/refusals.ts';
import { refuse as ofBilling } from '../billing/refusals.ts';
import type { ProductName } from '../contracts/contract.ts';
import { refuse as ofEcs } from '../ecs/refusals.ts';
import { refuseClientToken } from '../engine/idempotency.ts';
import { passingRefusals } from '../faults/refusals.ts';
import { refuse as ofGateway } from '../gateway/protocol/refusals.ts';
import { refuse as ofLocation } from '../location/refusals.ts';
import { refusePaging } from '../operation/paging.ts';
import type { RefusalEntry } from '../operation/refusal.ts';
import { refuseRegion } from '../operation/region-refusals.ts';
import { refuse as ofRam } from '../ram/refusals.ts';
import { refuse as ofResourceManager } from '../resource-manager/refusals.ts';
import { refuse as ofSts } from '../sts/refusals.ts';
import { refuse as ofVpc } from '../vpc/refusals.ts';

/** Refusals by the name that code has for them. */
export type Catalogue = Readonly<Record<string, RefusalEntry>>;

/** What a catalogue is of: one product, or any operation whatever its product. */
export type CatalogueOf = ProductName | 'any';

/** Every catalogue of refusals there is. */
export const catalogues: readonly (readonly [of: CatalogueOf, catalogue: Catalogue])[] = [
  ['any', ofGateway.catalogue],
  ['any', ofAccess.catalogue],
  ['any', refuseRegion.catalogue],
  ['any', refuseClientToken.catalogue],
  ['any', refusePaging.catalogue],
  ['any', passingRefusals],
  ['Ecs', ofEcs.catalogue],
  ['Vpc', ofVpc.catalogue],
  ['Ram', ofRam.catalogue],
  ['Sts', ofSts.catalogue],
  ['ResourceManager', ofResourceManager.catalogue],
  ['BssOpenApi', ofBilling.catalogue],
  ['Location', ofLocation.catalogue],
];
