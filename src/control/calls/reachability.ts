import { z } from 'zod';
import { controlCall } from '../call.ts';

const protocols = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE'] as const;
const port = z.int().min(1).max(65_535);
const withPorts = (protocol: string) => protocol === 'TCP' || protocol === 'UDP';
const end = 'a network interface id, a private, elastic or IPv6 address, or that of a host outside';

const policy = z.enum(['Accept', 'Drop']);
const direction = z.enum(['egress', 'ingress']);
const decision = z.strictObject({
  policy,
  decidedBy: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('no-security-group') }),
    z.strictObject({ kind: z.literal('inner-access-policy'), securityGroupId: z.string() }),
    z.strictObject({
      kind: z.literal('rule'),
      securityGroupId: z.string(),
      securityGroupRuleId: z.string(),
      direction,
      priority: z.int(),
      policy,
    }),
    z.strictObject({ kind: z.literal('default'), direction, securityGroupType: z.enum(['normal', 'enterprise']) }),
  ]),
});
const place = z.strictObject({ address: z.string(), networkInterfaceId: z.string().exactOptional() });

export const reachability = controlCall({
  method: 'POST',
  path: '/reachability',
  summary: 'tell whether security groups let a packet through, and which rule decides',
  input: z
    .strictObject({
      from: z.string().describe(end),
      to: z.string().describe(end),
      protocol: z
        .string()
        .describe(`${protocols.join(', ')}, in any case`)
        .transform((text) => protocols.find((name) => name.toUpperCase() === text.toUpperCase()) ?? text)
        .pipe(z.enum(protocols)),
      port: port.optional().describe('the destination port, of TCP and UDP'),
      sourcePort: port.optional().describe('the source port, of TCP and UDP; without it one that no rule names'),
    })
    .refine((asked) => withPorts(asked.protocol) === (asked.port !== undefined), {
      path: ['port'],
      message: 'must be given for TCP and UDP, and for no other protocol',
    })
    .refine((asked) => withPorts(asked.protocol) || asked.sourcePort === undefined, {
      path: ['sourcePort'],
      message: 'can be given for TCP and UDP only',
    }),
  output: z.strictObject({
    reachable: z.boolean(),
    egress: decision,
    ingress: decision,
    from: place,
    to: place,
    route: z.enum(['internal', 'external', 'none']),
  }),
  run: (levers, asked) => levers.reachability(asked),
});
