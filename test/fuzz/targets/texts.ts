import fc from 'fast-check';
import { impliedAccount } from '../../../src/access/directory.ts';
import { arnMatcher } from '../../../src/access/policy/compile.ts';
import { operators } from '../../../src/access/policy/operators.ts';
import { decodeDiagnosticMessage } from '../../../src/access/policy/read-diagnostic-message.ts';
import { matcherOf } from '../../../src/access/policy/wildcards.ts';
import { findImage } from '../../../src/ecs/image/images.ts';
import { parsePublicKey } from '../../../src/ecs/key-pair/public-key.ts';
import {
  canonicalNetwork,
  hasAddress,
  parseIpAddress,
  parseIpNetwork,
} from '../../../src/ecs/security-group/ip-network.ts';
import { tokenedCall } from '../../../src/engine/idempotency.ts';
import { formDecode, percentEncode, percentEncodeTwice } from '../../../src/gateway/protocol/encode.ts';
import { shown } from '../../../src/gateway/protocol/refusals.ts';
import { escapeXml } from '../../../src/gateway/protocol/render-xml.ts';
import { checkTimestamp, parseTimestamp } from '../../../src/gateway/protocol/timestamp.ts';
import { hostNameOf, isLoopback } from '../../../src/gateway/web-pages.ts';
import { endpointOf } from '../../../src/operation/endpoint.ts';
import { placeOf } from '../../../src/operation/page-token.ts';
import { isRefusal } from '../../../src/operation/refusal.ts';
import { isDescription, isResourceName } from '../../../src/operation/text.ts';
import { utcSeconds } from '../../../src/operation/time.ts';
import { withoutSignedHeaders, withoutValues } from '../../../src/requests/masking.ts';
import { readOidcToken } from '../../../src/sts/oidc-token.ts';
import { canonicalIpv6, formatIpv6Cidr, isStrict, parseIpv6Cidr } from '../../../src/vpc/ipv6.ts';
import { formatAddress, parseCidr } from '../../../src/vpc/vswitch/address-range.ts';
import { addressText, jsonText, longText, numberText, text, timeText } from '../hostile.ts';
import { timed } from '../stall.ts';
import type { Target } from '../target.ts';
import { type Text, written } from '../text.ts';

/** One text, for one of the functions that read texts of callers. */
export interface ReadText {
  readonly reader: string;
  readonly text: Text;
}

const nowMs = Date.UTC(2026, 0, 1);
const noNames: ReadonlyMap<string, string> = new Map();

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** What reads texts of callers; each says what has to hold of what it makes of any text. */
const readers: Readonly<Record<string, (text: string) => void>> = {
  timestamp(given) {
    const readMs = parseTimestamp(given);
    if (readMs !== undefined) must(new Date(readMs).toISOString().startsWith(given.slice(0, 19)), 'reads another time');
    checkTimestamp(given, nowMs);
  },
  pageToken(given) {
    for (const kinds of [['number', 'string'], ['string', 'string'], ['string']] as const) placeOf(given, kinds);
  },
  clientToken(given) {
    const call = tokenedCall('1', 'RunInstances', 'cn-hangzhou', { ClientToken: given, Amount: 1 });
    must(isRefusal(call) || call === undefined || call.token === given, 'has another token');
  },
  oidcToken(given) {
    const claims = readOidcToken(given, nowMs);
    if (!isRefusal(claims)) utcSeconds(claims.issuedAtMs ?? claims.expiresAtMs);
  },
  oidcClaims(given) {
    const parts = ['{"alg":"none"}', given].map((part) => Buffer.from(part).toString('base64url'));
    readers.oidcToken?.([...parts, 'x'].join('.'));
  },
  publicKey(given) {
    parsePublicKey(given);
    parsePublicKey(`ssh-rsa ${given}`);
    parsePublicKey(`ssh-rsa ${Buffer.from(given).toString('base64')}`);
  },
  ipv4Block(given) {
    const block = parseCidr(given);
    if (block) must(given === `${formatAddress(block.first)}/${block.prefixLength}`, 'reads another block');
  },
  ipv6Block(given) {
    must(canonicalIpv6(canonicalIpv6(given)) === canonicalIpv6(given), 'has two spellings');
    const block = parseIpv6Cidr(given);
    if (block === undefined) return;
    isStrict(block);
    must(formatIpv6Cidr(parseIpv6Cidr(formatIpv6Cidr(block)) ?? block) === formatIpv6Cidr(block), 'has two spellings');
  },
  network(given) {
    const network = parseIpNetwork(given);
    if (typeof network === 'string') return;
    const canonical = canonicalNetwork(network);
    const again = parseIpNetwork(canonical);
    must(typeof again !== 'string' && canonicalNetwork(again) === canonical, 'has two spellings');
    must(hasAddress(network, network.address), 'does not have its own address');
    parseIpAddress(given);
  },
  condition(given) {
    for (const { test } of Object.values(operators)) {
      const matches = test(given);
      for (const actual of [given, '10.0.0.1', '::1', '2026-01-01T00:00:00Z', '1', 'true']) matches?.(actual);
    }
    for (const actual of [given]) operators.IpAddress.test('10.0.0.0/8')?.(actual);
  },
  wildcards(given) {
    must(matcherOf(given.replace(/[*?]/g, ''))(given.replace(/[*?]/g, '')), 'does not match itself');
    must(matcherOf(`${given}*`)(given) || given.includes('?') || given.includes('*'), 'does not match its beginning');
    matcherOf(given)('a'.repeat(200));
    arnMatcher(given)('acs:ecs:cn-hangzhou:1000000000000001:eni/eni-bp1mjup9n34b5jqpd1uu');
  },
  diagnosticMessage(given) {
    decodeDiagnosticMessage(given);
    decodeDiagnosticMessage(Buffer.from(given).toString('base64'));
  },
  percentEncoding(given) {
    const decoded = formDecode(given);
    // What is decoded from bytes is never half a character.
    if (decoded === undefined || /\p{Cs}/u.test(given)) return;
    must(formDecode(percentEncode(decoded)) === decoded, 'is another text once encoded');
    must(percentEncodeTwice(decoded) === percentEncode(percentEncode(decoded)), 'is not encoded twice');
  },
  shownText(given) {
    must(!/\p{Cs}/u.test(shown(given)) || /\p{Cs}/u.test(given), 'breaks a character');
    must(!/[<&]/.test(escapeXml(given).replace(/&(amp|lt|gt|quot|apos|#13);/g, '')), 'leaves markup');
  },
  maskedText(given) {
    // Of each text the parts between odd characters are secrets, as many as there can be, and most of them short.
    const secrets = [...new Set(given.split(/\W/))].filter((one) => one.length > 3).slice(0, 16);
    for (const longest of [100, 65_536]) {
      const masked = withoutValues(`${given}&Password=${given}`, secrets, longest);
      must(!/\p{Cs}/u.test(masked) || /\p{Cs}/u.test(given), 'breaks a character');
      must(masked.length < 3 * longest + 100, 'shows more than it may');
      const text = masked.replace(/\.\.\. \(\d+ characters\)$/, '');
      for (const secret of secrets) must(!text.includes(secret), 'shows a secret');
    }
    withoutSignedHeaders(`Password%3D${given}%26${given}\nauthorization:${given}`, 65_536);
  },
  host(given) {
    isLoopback(hostNameOf(given));
    endpointOf('ecs.cn-hangzhou.aliyuncs.com', given);
  },
  name(given) {
    isResourceName(given);
    isDescription(given);
    impliedAccount(given);
    findImage(given);
  },
};

const claims = fc
  .record(
    {
      iss: fc.oneof(fc.string(), fc.constant(''), fc.jsonValue()),
      sub: fc.string(),
      aud: fc.oneof(fc.string(), fc.array(fc.string()), fc.jsonValue()),
      exp: fc.oneof(fc.double(), fc.constantFrom(1.9e9, 253_402_300_799.999, 253_402_300_800, 1e-7, -0, 1e308)),
      iat: fc.oneof(fc.double(), fc.constantFrom(0, -1, 1e9, 253_402_300_799.999)),
    },
    { requiredKeys: [] },
  )
  .map((one) => JSON.stringify(one));

const texts = fc.oneof(text, addressText, timeText, numberText, jsonText(), longText, claims, percentText());

function percentText(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    '%',
    '%2',
    '%00',
    '%zz',
    '%C3%A9',
    '%C3',
    '%ED%A0%80',
    '%F0%9F%98%80',
    '%25',
    '+',
    '=',
    '&',
    'a',
    '.',
    '%2B',
    '%',
  );
  return fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
}

/** The functions that read texts of callers, each by itself. */
export const textsTarget: Target<ReadText> = {
  name: 'texts',
  inputs: fc.record({ reader: fc.constantFrom(...Object.keys(readers)), text: texts }),
  async check({ reader, text: given }) {
    const read = readers[reader];
    if (read === undefined) throw new Error(`there is no reader ${reader}`);
    const whole = written(given, noNames);
    await timed(reader, () => read(whole));
  },
};
