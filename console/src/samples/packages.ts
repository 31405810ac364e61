import type { ProductName } from '../../../src/contracts/contract.ts';

/** The typed SDKs of a product; those without one are called by the generic clients. */
interface Packages {
  /** Of npm, and what it is imported as. */
  readonly typescript?: string;
  readonly python?: string;
  /** The module with its major version. */
  readonly go?: string;
  /** The artifact of `com.aliyun`, which is the package's last part too. */
  readonly java?: string;
}

export const packages: Readonly<Record<ProductName, Packages>> = {
  Ecs: {
    typescript: '@alicloud/ecs20140526',
    python: 'alibabacloud_ecs20140526',
    go: 'github.com/alibabacloud-go/ecs-20140526/v7',
    java: 'ecs20140526',
  },
  Vpc: {
    typescript: '@alicloud/vpc20160428',
    python: 'alibabacloud_vpc20160428',
    go: 'github.com/alibabacloud-go/vpc-20160428/v6',
    java: 'vpc20160428',
  },
  Ram: { typescript: '@alicloud/ram20150501' },
  Sts: { typescript: '@alicloud/sts20150401' },
  ResourceManager: { typescript: '@alicloud/resourcemanager20200331' },
  BssOpenApi: { typescript: '@alicloud/bssopenapi20171214' },
  Location: {},
};
