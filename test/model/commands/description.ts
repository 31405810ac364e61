import fc from 'fast-check';
import type { Body } from '../../support/test-account.ts';
import { interfaceOf, newestFirst, shownInterface } from '../checks/interfaces.ts';
import { type CommandKind, call, command } from '../command.ts';
import { textOf } from '../ipv4.ts';
import { allOwn, own } from '../model.ts';
import { agree, type ModelOperation } from '../operation.ts';
import { caller, pick } from '../picks.ts';
import type { NetworkInterface } from '../resources.ts';
import { advance } from '../time.ts';
import { eniOf } from './picked.ts';

/** A filter of lists: its parameter for what one interface has, and what other interfaces it finds then. */
interface Filter {
  readonly name: string;
  readonly valueIn: (eni: NetworkInterface) => unknown;
  readonly finds: (eni: NetworkInterface, value: never) => boolean;
}

function filter<Value>(
  name: string,
  valueIn: (eni: NetworkInterface) => Value,
  finds: (eni: NetworkInterface, value: Value) => boolean,
): Filter {
  return { name, valueIn, finds: finds as Filter['finds'] };
}

const filters: readonly Filter[] = [
  filter(
    'Status',
    ({ status }) => status,
    ({ status }, value) => status === value,
  ),
  filter(
    'Type',
    ({ type }) => type,
    ({ type }, value) => type === value,
  ),
  filter(
    'VSwitchId',
    ({ vSwitchId }) => vSwitchId,
    ({ vSwitchId }, value) => vSwitchId === value,
  ),
  filter(
    'VpcId',
    ({ vpcId }) => vpcId,
    ({ vpcId }, value) => vpcId === value,
  ),
  filter(
    'NetworkInterfaceId',
    ({ id }) => [id, 'eni-none'],
    ({ id }, value) => value.includes(id),
  ),
  filter(
    'NetworkInterfaceName',
    ({ name }) => name || 'blue',
    ({ name }, value) => name === value,
  ),
  filter(
    'InstanceId',
    ({ instanceId }) => instanceId ?? 'i-none',
    // Whom this does not find is not shown where it is attached either.
    ({ instanceId, serviceId, type }, value) => instanceId === value && serviceId === null && type !== 'Member',
  ),
  filter(
    'PrimaryIpAddress',
    ({ addresses }) => textOf(addresses[0]!),
    ({ addresses }, value) => textOf(addresses[0]!) === value,
  ),
  filter(
    'PrivateIpAddress',
    ({ addresses }) => [textOf(addresses.at(-1)!), '10.0.0.66'],
    ({ addresses }, value) => addresses.some((address) => value.includes(textOf(address))),
  ),
  filter(
    'Ipv6Address',
    ({ ipv6Addresses }) => [ipv6Addresses[0] ?? '2001:db8::1'],
    ({ ipv6Addresses }, value) => ipv6Addresses.some((address) => value.includes(address)),
  ),
  // Of primary interfaces the documentation says to ask the instances.
  filter(
    'SecurityGroupId',
    ({ groups }) => groups[0]!,
    ({ groups, type }, value) => groups.includes(value) && type !== 'Primary',
  ),
  filter(
    'ServiceManaged',
    ({ serviceId }) => serviceId !== null,
    ({ serviceId }, value) => (serviceId !== null) === value,
  ),
  filter(
    'ResourceGroupId',
    ({ resourceGroup }) => resourceGroup || 'rg-none',
    ({ resourceGroup }, value) => resourceGroup === value,
  ),
  // An empty value is an absent one: it matches any.
  filter(
    'Tag',
    ({ tags }) => [...tags].map(([Key, Value], index) => (index === 0 ? { Key } : { Key, Value })),
    ({ tags }, value) =>
      value.every(
        ({ Key, Value }) => tags.has(Key) && (Value === undefined || Value === '' || tags.get(Key) === Value),
      ),
  ),
];

const description = fc.record({
  who: caller,
  enis: fc.array(pick, { minLength: 1, maxLength: 2 }),
  filters: fc.uniqueArray(fc.nat(filters.length - 1), { minLength: 1, maxLength: 3 }),
  pageSize: fc.integer({ min: 1, max: 4 }),
});

const describeAttribute: ModelOperation<{ readonly NetworkInterfaceId: string }> = {
  product: 'Ecs',
  action: 'DescribeNetworkInterfaceAttribute',
  judge: ({ NetworkInterfaceId }, { model, caller: who }) =>
    own(model.enis, who, NetworkInterfaceId) === undefined ? ['InvalidEniId.NotFound'] : [],
  apply({ NetworkInterfaceId }, { model }, answer) {
    agree(NetworkInterfaceId, shownInterface(answer), interfaceOf(model, model.enis.get(NetworkInterfaceId)!));
  },
};

export const descriptionCommands: readonly CommandKind[] = [
  call(describeAttribute, 2, pick, (eni, model, who) => ({ NetworkInterfaceId: eniOf(eni, model, who) })),
  // Every page of what some filters, which fit one interface or two, find together.
  command('description', 6, description, async ({ who, enis, filters: chosen, pageSize }, world) => {
    advance(world.model, world.server.nowMs());
    const like = enis.map((one) => world.model.enis.get(eniOf(one, world.model, who)));
    const wanted: Record<string, unknown> = {};
    let expected = allOwn(world.model.enis, who).sort(newestFirst);
    for (const [place, index] of chosen.entries()) {
      const { name, valueIn, finds } = filters[index]!;
      const eni = like[place % like.length];
      if (eni === undefined) continue;
      wanted[name] = valueIn(eni);
      expected = expected.filter((other) => finds(other, wanted[name] as never));
    }
    world.story.push(`${who} DescribeNetworkInterfaces ${JSON.stringify(wanted)}`);
    const found: string[] = [];
    for (let PageNumber = 1; PageNumber <= expected.length / pageSize + 1; PageNumber += 1) {
      const page = { ...wanted, PageSize: pageSize, PageNumber };
      const answer = await world.ask(who, 'Ecs', 'DescribeNetworkInterfaces', page);
      agree('TotalCount', answer.TotalCount, expected.length);
      found.push(...answer.NetworkInterfaceSets.NetworkInterfaceSet.map((item: Body) => item.NetworkInterfaceId));
    }
    agree(
      'the interfaces found',
      found,
      expected.map(({ id }) => id),
    );
  }),
];
