import type { ProductName } from '../../src/contracts/contract.ts';

/** Where the contracts of one product come from and where they go. */
export interface ProductSource {
  readonly product: ProductName;
  /** The official SDK package the contracts are read from. */
  readonly sdkPackage: string;
  /** The file under `src/contracts/data`. */
  readonly dataFile: string;
}

/** The products with generated contracts. A new one also needs a line in `src/contracts/load.ts` and in `ProductName`. */
export const productSources: readonly ProductSource[] = [
  { product: 'Ecs', sdkPackage: '@alicloud/ecs20140526', dataFile: 'ecs.json' },
  { product: 'Vpc', sdkPackage: '@alicloud/vpc20160428', dataFile: 'vpc.json' },
  { product: 'Ram', sdkPackage: '@alicloud/ram20150501', dataFile: 'ram.json' },
  { product: 'Sts', sdkPackage: '@alicloud/sts20150401', dataFile: 'sts.json' },
  { product: 'ResourceManager', sdkPackage: '@alicloud/resourcemanager20200331', dataFile: 'resource-manager.json' },
  { product: 'BssOpenApi', sdkPackage: '@alicloud/bssopenapi20171214', dataFile: 'bss-open-api.json' },
];
