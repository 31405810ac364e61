import { beginning } from './kept-text.ts';
import { isSecret, masked } from './secrets.ts';

/** So much of a secret is looked for. Messages show the beginning of long values only, and are to hide that as well. */
const soughtLength = 64;
/** No operation takes more of them. Of a request with more, nothing is shown that could hold one. */
const mostSecrets = 16;

/**
 * The first characters of a text, with a mark in place of every secret that begins in them: of each secret, what the text
 * has of it from its beginning on. The time it takes depends on the length that is shown, not on what was sent.
 */
export function withoutValues(text: string, secrets: readonly string[], longest: number): string {
  const sought = new Set(secrets);
  if (sought.size > mostSecrets) return masked;
  const isCut = text.length > longest;
  if (sought.size === 0) return isCut ? beginning(text, text, longest) : text;
  // Beyond what is shown as much as tells whether a secret begins before the end.
  const head = text.slice(0, longest + soughtLength);
  const hidden = new Uint8Array(head.length);
  for (const secret of sought) hide(head, secret, hidden);
  const shown = withoutHidden(head, hidden, longest);
  return isCut ? beginning(text, shown, shown.length) : shown;
}

function hide(head: string, secret: string, hidden: Uint8Array): void {
  const start = secret.slice(0, soughtLength);
  let at = head.indexOf(start);
  while (at >= 0) {
    let end = at + start.length;
    while (end < head.length && end - at < secret.length && head[end] === secret[end - at]) end += 1;
    hidden.fill(1, at, end);
    at = head.indexOf(start, end);
  }
}

function withoutHidden(head: string, hidden: Uint8Array, longest: number): string {
  const end = Math.min(longest, head.length);
  let shown = '';
  for (let at = 0; at < end; ) {
    const isHidden = hidden[at] === 1;
    const next = hidden.indexOf(isHidden ? 0 : 1, at);
    const until = next < 0 ? end : Math.min(next, end);
    shown += isHidden ? masked : head.slice(at, until);
    at = until;
  }
  return shown;
}

/**
 * The secret names with their values, as a string to sign of V1 has them, encoded twice, and as a canonical request and
 * every other text has them; both end at the next parameter.
 */
const signedSecret =
  /(accesskeysecret|authenticationcode[12]|base32stringseed|bearertoken|loginpassword|newpassword|oidctoken|oldpassword|password|privatekeybody|qrcodepng|samlassertion|securitytoken|signature|vncpassword)(?:(%3D)(?:[^%&"<\s]|%(?!26))*|(=)[^&"<\s]*)/gi;

/** The first characters of what was signed, where every secret stands after its name. */
export function withoutSignedValues(text: string, longest: number): string {
  const isCut = text.length > longest;
  const shown = (isCut ? text.slice(0, longest) : text).replace(signedSecret, `$1$2$3${masked}`);
  return isCut ? beginning(text, shown, shown.length) : shown;
}

const secretHeader = /^(x-acs-security-token|x-acs-bearer-token|authorization|proxy-authorization|cookie):[^\n]*/gim;

/** The same of a canonical request, which has headers too. */
export function withoutSignedHeaders(text: string, longest: number): string {
  return withoutSignedValues(text, longest).replace(secretHeader, `$1:${masked}`);
}

const undecodable = /^The parameter "([^"]*)" is not valid: "/;

/** The message about a value that cannot be decoded, which is refused before there are parameters. */
export function withoutUndecodable(message: string): string {
  const [beginningOfMessage, name] = undecodable.exec(message) ?? [];
  return name !== undefined && isSecret(name) ? `${beginningOfMessage}${masked}"` : message;
}
