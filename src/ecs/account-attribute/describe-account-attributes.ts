import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { accountAttributes } from '../../operation/quotas.ts';
import { findRegion, zonesOf } from '../../operation/regions.ts';
import { instanceTypes } from '../instance-type/catalogue.ts';
import { refuse } from '../refusals.ts';

interface AttributeValue {
  readonly Value: string;
  readonly ZoneId?: string;
  readonly InstanceChargeType?: string;
}

/** The values of an attribute for an account; those of a zone where one is named. */
type Attribute = (context: OperationContext, zoneId: string | undefined) => readonly AttributeValue[];

/** Quotas of these names are held to; the other attributes are what every account is. */
const attributes: ReadonlyMap<string, Attribute> = new Map<string, Attribute>([
  ['instance-network-type', () => [{ Value: 'vpc' }]],
  ...Object.entries(accountAttributes).map(([name, quota]): [string, Attribute] => [
    name,
    (context) => [{ Value: String(context.quota(quota)) }],
  ]),
  [
    'supported-postpaid-instance-types',
    (_context, zoneId) =>
      instanceTypes.map((type) => ({
        Value: type.instanceTypeId,
        InstanceChargeType: 'PostPaid',
        ...(zoneId === undefined ? {} : { ZoneId: zoneId }),
      })),
  ],
  ['real-name-authentication', () => [{ Value: 'yes' }]],
]);

/** Documented, but nothing of the kind is limited or counted here: they have no values. */
const withoutValues = [
  'max-postpaid-instance-vcpu-count',
  'max-spot-instance-vcpu-count',
  'used-postpaid-instance-vcpu-count',
  'used-spot-instance-vcpu-count',
  'max-postpaid-yundisk-capacity',
  'used-postpaid-yundisk-capacity',
  'max-dedicated-hosts',
  'max-axt-command-count',
  'max-axt-invocation-daily',
  'max-cloud-assistant-activation-count',
];
const known: readonly string[] = [...attributes.keys(), ...withoutValues];
const maxListed = 8;

/** What an account may have in a region; without names, every attribute that has values. */
export const describeAccountAttributes = operation('Ecs', 'DescribeAccountAttributes', {
  permits: ['*'],
  rules: {
    AttributeName: (names, parameter) => {
      const name = `${parameter}.N`;
      if (names.length > maxListed) {
        return refuse('InvalidParameter', { name, value: `${names.length} values, at most ${maxListed}` });
      }
      const unknown = names.find((each) => !known.includes(each));
      return unknown === undefined ? undefined : refuse('InvalidParameter', { name, value: unknown });
    },
  },

  async execute({ AttributeName: names, ZoneId: zoneId }, context) {
    const region = findRegion(context.regionId);
    if (zoneId !== undefined && !(region && zonesOf(region).includes(zoneId))) {
      return refuse('InvalidParameter', { name: 'ZoneId', value: zoneId });
    }
    const wanted = names.length > 0 ? [...new Set(names)] : [...attributes.keys()];
    return {
      AccountAttributeItems: {
        AccountAttributeItem: wanted.map((name) => ({
          AttributeName: name,
          AttributeValues: { ValueItem: attributes.get(name)?.(context, zoneId) ?? [] },
        })),
      },
    };
  },
});
