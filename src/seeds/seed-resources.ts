import { z } from 'zod';

const tag = z.union([z.string(), z.number(), z.boolean()]);
const tags = z.record(z.string(), tag).describe('keys and values');
const description = z.string().optional();
const reference = (what: string) => z.string().min(1).describe(`${what}: the name that it has here, or an id`);
const name = z.string().min(1).max(128).describe('by this name others in the file refer to it');
const address = z.string().min(1);
const count = (most: number) => z.int().min(0).max(most);

/** Ids that are chosen look like those that are generated. */
const chosenId = (prefix: string, form: RegExp) =>
  z
    .string()
    .regex(form, {
      error: `must be ${prefix}- and 1 to 64 lower-case letters, digits or "-"`,
    })
    .optional()
    .describe('a fixed id; it is generated otherwise');

const vpc = z.strictObject({
  name,
  id: chosenId('vpc', /^vpc-[a-z0-9-]{1,64}$/),
  cidrBlock: z.string().optional().describe('such as 192.168.0.0/16'),
  ipv6: z.boolean().optional().describe('whether it gets an IPv6 block'),
  description,
  tags: tags.optional(),
});

const vSwitch = z.strictObject({
  name,
  id: chosenId('vsw', /^vsw-[a-z0-9-]{1,64}$/),
  vpc: reference('its VPC'),
  zone: z.string().describe('such as cn-hangzhou-h'),
  cidrBlock: z.string().describe("a part of the VPC's, such as 192.168.1.0/24"),
  ipv6Block: count(255).optional().describe("the last byte of its part of the VPC's IPv6 block"),
  description,
  tags: tags.optional(),
});

const rule = z
  .strictObject({
    protocol: z.enum(['tcp', 'udp', 'icmp', 'icmpv6', 'gre', 'all']),
    ports: z.string().optional().describe('such as 22/22 or 8000/8999; -1/-1, all, unless given'),
    cidr: z.string().optional().describe('the other end: an IPv4 or IPv6 block'),
    group: reference('the other end, a security group').optional(),
    policy: z.enum(['accept', 'drop']).optional(),
    priority: z.int().min(1).max(100).optional(),
    description,
  })
  .refine(({ cidr, group }) => (cidr === undefined) !== (group === undefined), {
    error: 'must have either cidr or group',
  });

const securityGroup = z.strictObject({
  name,
  id: chosenId('sg', /^sg-[a-z0-9-]{1,64}$/),
  vpc: reference('its VPC'),
  type: z.enum(['normal', 'enterprise']).optional(),
  description,
  ingress: z.array(rule).default([]),
  egress: z.array(rule).default([]),
  tags: tags.optional(),
});

const keyPair = z.strictObject({
  name,
  publicKey: z.string().min(1).describe('one line, as OpenSSH writes it'),
  tags: tags.optional(),
});

const instance = z.strictObject({
  name,
  id: chosenId('i', /^i-[a-z0-9-]{1,64}$/),
  vSwitch: reference('the vSwitch of its primary network interface'),
  securityGroups: z.array(reference('a security group')).min(1),
  type: z.string().describe('such as ecs.g6.xlarge'),
  image: z.string().optional().describe('the id of an image; that of Alibaba Cloud Linux 3 unless given'),
  keyPair: reference('a key pair').optional(),
  privateIpAddress: address.optional().describe('of its primary network interface'),
  ipv6AddressCount: count(1).optional(),
  networkInterfaceId: chosenId('eni', /^eni-[a-z0-9-]{1,64}$/).describe('a fixed id of its primary network interface'),
  description,
  tags: tags.optional(),
});

const networkInterface = z
  .strictObject({
    name,
    id: chosenId('eni', /^eni-[a-z0-9-]{1,64}$/),
    vSwitch: reference('its vSwitch'),
    securityGroups: z.array(reference('a security group')).min(1),
    type: z.enum(['Secondary', 'Trunk']).optional(),
    primaryIpAddress: address.optional(),
    privateIpAddresses: z.array(address).default([]).describe('secondary ones'),
    privateIpAddressCount: count(100).optional().describe('so many secondary ones, whichever are free'),
    ipv4PrefixCount: count(100).optional(),
    ipv6Addresses: z.array(address).default([]),
    ipv6AddressCount: count(100).optional(),
    ipv6PrefixCount: count(100).optional(),
    deleteOnRelease: z.boolean().optional(),
    sourceDestCheck: z.boolean().optional(),
    description,
    tags: tags.optional(),
    instance: reference('the instance that it is attached to').optional(),
    trunk: reference('the trunk interface on that instance which it becomes a member of').optional(),
    serviceId: z.int().min(1).optional().describe('the service that manages it: users may not change it'),
    slaveCount: count(100).optional().describe('how many are bonded to it'),
  })
  .refine(({ trunk, instance: holder }) => trunk === undefined || holder !== undefined, {
    path: ['trunk'],
    error: 'needs an instance beside it',
  });

const eip = z
  .strictObject({
    name,
    id: chosenId('eip', /^eip-[a-z0-9-]{1,64}$/),
    ipAddress: address.optional(),
    bandwidthMbps: z.int().min(1).optional(),
    internetChargeType: z.enum(['PayByTraffic', 'PayByBandwidth']).optional(),
    instance: reference('the instance that it is associated with').optional(),
    networkInterface: reference('the network interface that it is associated with').optional(),
    privateIpAddress: address.optional().describe('of that network interface; its primary one unless given'),
    description,
    tags: tags.optional(),
  })
  .refine(({ instance: one, networkInterface: other }) => one === undefined || other === undefined, {
    path: ['networkInterface'],
    error: 'cannot be given beside an instance',
  });

/** What a seed brings into one region of an account, in the order in which it is made. */
export const seedResources = z.strictObject({
  vpcs: z.array(vpc).default([]),
  vSwitches: z.array(vSwitch).default([]),
  keyPairs: z.array(keyPair).default([]),
  securityGroups: z.array(securityGroup).default([]),
  instances: z.array(instance).default([]),
  networkInterfaces: z.array(networkInterface).default([]),
  eips: z.array(eip).default([]),
});

export type SeedResources = z.infer<typeof seedResources>;
/** `vpcs`, `vSwitches`... */
export type SeedKind = keyof SeedResources;
export type SeedResource<Kind extends SeedKind> = SeedResources[Kind][number];
export type SeedRule = z.infer<typeof rule>;
export type SeedTags = z.infer<typeof tags>;
