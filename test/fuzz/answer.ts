import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { HttpResponse } from '../../src/gateway/http-message.ts';

/** What an answer says, read as its content type says. */
export interface ReadAnswer {
  readonly format: 'json' | 'xml';
  readonly body: Readonly<Record<string, unknown>>;
}

/** Half of a surrogate pair. */
const brokenCharacter = /\p{Cs}/u;
const xml = new XMLParser({ parseTagValue: false, processEntities: true });
const requestId = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/**
 * Reads an answer of the protocol, and holds it against what every answer has to be: no fault of the server, in the
 * format that it names, with a RequestId, with Code and Message when it is a refusal, and of whole characters.
 * @param sent every text of the request: what stands in an answer because it was sent is the client's own
 * @throws Error that says what is wrong
 */
export function readAnswer({ status, headers, body: text }: HttpResponse, sent: string): ReadAnswer {
  if (status < 200 || status > 499) throw new Error(`answers ${status}: ${text.slice(0, 500)}`);
  if (brokenCharacter.test(text)) throw new Error('the body has half a surrogate pair');
  const format = headers['content-type']?.startsWith('text/xml') ? 'xml' : 'json';
  const body = format === 'xml' ? readXml(text) : readJson(text);
  if (typeof body.RequestId !== 'string' || !requestId.test(body.RequestId)) {
    throw new Error(`has no RequestId: ${text.slice(0, 300)}`);
  }
  if (body.RequestId !== headers['x-acs-request-id']) throw new Error('has another RequestId in its header');
  if (status >= 300) readRefusal(body, sent);
  return { format, body };
}

function readJson(text: string): ReadAnswer['body'] {
  const body: unknown = JSON.parse(text, (_key, value) => {
    if (typeof value === 'string' && brokenCharacter.test(value))
      throw new Error(`has half a surrogate pair: ${JSON.stringify(value)}`);
    return value;
  });
  if (typeof body !== 'object' || body === null) throw new Error(`is no object: ${text}`);
  return body as ReadAnswer['body'];
}

// XML 1.0 has no other characters, not even escaped.
const noCharacter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function readXml(text: string): ReadAnswer['body'] {
  const fault = XMLValidator.validate(text);
  if (fault !== true) throw new Error(`is no XML: ${fault.err.msg}`);
  if (noCharacter.test(text)) throw new Error('has a character that XML cannot have');
  const { '?xml': declaration, ...roots } = xml.parse(text) as Record<string, unknown>;
  const [root, ...others] = Object.values(roots);
  if (declaration === undefined || others.length > 0) throw new Error(`has not one root: ${text.slice(0, 300)}`);
  return root as ReadAnswer['body'];
}

/** What a message has when the value that belongs there is missing. */
const notFilledIn = /\bundefined\b|\bNaN\b|\[object \w+\]|\{[a-z]\w*\}/;

function readRefusal({ Code: code, Message: message }: ReadAnswer['body'], sent: string): void {
  if (typeof code !== 'string' || code === '') throw new Error('is a refusal without Code');
  if (typeof message !== 'string' || message === '') throw new Error(`is a refusal without Message: ${code}`);
  const [hole] = notFilledIn.exec(message) ?? [];
  if (hole !== undefined && !sent.includes(hole)) throw new Error(`says "${hole}": ${code} ${message.slice(0, 300)}`);
}
