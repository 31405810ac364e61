import { quoted } from '../../../src/command-line/shell.ts';
import { flatParameters } from './flat.ts';
import type { Sample, SampledCall } from './sample.ts';

/** A script for bash that signs by the first scheme, with OpenSSL, and sends with curl. */
export function curlSample(call: SampledCall): Sample {
  const { operation, target } = call;
  const { key, endpoint, protocol } = target;
  const fixed: readonly (readonly [string, string])[] = [
    ...flatParameters(call),
    ['Action', operation.action],
    ['Version', operation.version],
    ['Format', 'JSON'],
    ['AccessKeyId', key.accessKeyId],
    ...(key.securityToken === undefined ? [] : [['SecurityToken', key.securityToken] as const]),
    ['SignatureMethod', 'HMAC-SHA1'],
    ['SignatureVersion', '1.0'],
  ];
  const lines = fixed.map(([name, value]) => `  ${quoted(`${encode(name)}=${encode(value)}`)}\n`);
  return {
    run: 'bash call.sh # needs curl and openssl',
    text: `#!/usr/bin/env bash
set -euo pipefail

secret=${quoted(key.accessKeySecret)}
endpoint=${quoted(`${protocol}://${endpoint}/`)}
parameters=(
${lines.join('')}  "SignatureNonce=$RANDOM$RANDOM$RANDOM-$(date +%s)-$$"
  "Timestamp=$(date -u +%Y-%m-%dT%H%%3A%M%%3A%SZ)"
)

encode() {
  local text=$1 encoded='' character
  local LC_ALL=C
  for ((at = 0; at < \${#text}; at++)); do
    character=\${text:at:1}
    case $character in
      [A-Za-z0-9._~-]) encoded+=$character ;;
      *) encoded+=$(printf '%%%02X' "'$character") ;;
    esac
  done
  printf '%s' "$encoded"
}

query=$(printf '%s\\n' "\${parameters[@]}" | LC_ALL=C sort -t= -k1,1 | paste -sd '&' -)
signature=$(printf 'POST&%%2F&%s' "$(encode "$query")" | openssl dgst -sha1 -hmac "$secret&" -binary | base64)
curl --silent --show-error "$endpoint" --data "$query&Signature=$(encode "$signature")"
echo
`,
  };
}

/** As signatures want it: everything but letters, digits and `-_.~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
