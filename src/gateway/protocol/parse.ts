import { Buffer, isUtf8 } from 'node:buffer';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import type { HttpRequest } from '../http-message.ts';
import { formDecode } from './encode.ts';
import { refuse, shown } from './refusals.ts';

/** The parameters of one request, decoded and still flat: `Tag.1.Key` to its text. */
export interface RequestParameters {
  /** Those of the URL alone: the part of them that a V3 signature covers as the canonical query. */
  readonly query: ReadonlyMap<string, string>;
  /** Those of the URL and the form body together; a name in both has the value of the body, as clients sign it. */
  readonly all: ReadonlyMap<string, string>;
}

/** What one request may ask of the parser; 50 resource ids with 20 tags each fit. */
export const parameterLimits = { count: 5000, nameLength: 512, nameParts: 8 } as const;

const formType = 'application/x-www-form-urlencoded';
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
const asciiOnly = /^[\x00-\x7f]*$/;
const noBytes = Buffer.alloc(0);

/**
 * Reads the query and, when the content type says so, the form body into one map. A name that is repeated has its last
 * value. Bodies of any other type hold no parameters.
 */
export function parseParameters(request: HttpRequest): RequestParameters | Refusal {
  const queryText = utf8Of(request.query);
  if (queryText === undefined) return refuse('MalformedText', { part: 'query' });
  const query = new Map<string, string>();
  const refusal = parseInto(query, queryText);
  if (refusal !== undefined) return refusal;

  const body = formBodyOf(request);
  if (body.length === 0) return { query, all: query };
  if (!isUtf8(body)) return refuse('MalformedText', { part: 'body' });
  const all = new Map(query);
  return parseInto(all, body.toString('utf8')) ?? { query, all };
}

function formBodyOf(request: HttpRequest): Buffer {
  const isForm = request.headers['content-type']?.toLowerCase().startsWith(formType) === true;
  return isForm ? request.body : noBytes;
}

/** Node hands over the bytes of the request line as Latin-1 characters. */
function utf8Of(latin1: string): string | undefined {
  if (asciiOnly.test(latin1)) return latin1;
  const bytes = Buffer.from(latin1, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

const ampersand = 38;
const equalsSign = 61;
const percentSign = 37;
const plusSign = 43;

/** One pass over the characters: searching for each separator anew would be quadratic on hostile texts. */
function parseInto(parameters: Map<string, string>, text: string): Refusal | undefined {
  const end = text.length;
  let start = 0;
  let equals = -1;
  let nameIsEncoded = false;
  let valueIsEncoded = false;

  for (let at = 0; at <= end; at++) {
    const code = at === end ? ampersand : text.charCodeAt(at);
    if (code === ampersand) {
      const nameEnd = equals < 0 ? at : equals;
      if (nameEnd > start) {
        const rawName = text.slice(start, nameEnd);
        const rawValue = equals < 0 ? '' : text.slice(equals + 1, at);
        const name = nameIsEncoded ? nameOf(rawName) : (nameProblem(rawName) ?? rawName);
        if (isRefusal(name)) return name;
        const value = valueIsEncoded ? formDecode(rawValue) : rawValue;
        if (value === undefined) return refuse('MalformedEncoding', { name: shown(name), value: shown(rawValue) });
        if (value.includes('\0')) return refuse('NulCharacter', { name: shown(name) });
        parameters.set(name, value);
        if (parameters.size > parameterLimits.count) {
          return refuse('TooManyParameters', { limit: parameterLimits.count });
        }
      }
      start = at + 1;
      equals = -1;
      nameIsEncoded = false;
      valueIsEncoded = false;
    } else if (code === equalsSign) {
      if (equals < 0) equals = at;
    } else if (code === percentSign || code === plusSign) {
      if (equals < 0) nameIsEncoded = true;
      else valueIsEncoded = true;
    }
  }
  return undefined;
}

function nameOf(rawName: string): string | Refusal {
  const name = formDecode(rawName);
  if (name === undefined) return refuse('MalformedEncoding', { name: shown(rawName), value: shown(rawName) });
  return nameProblem(name) ?? name;
}

function nameProblem(name: string): Refusal | undefined {
  if (name.length > parameterLimits.nameLength) {
    return refuse('ParameterNameTooLong', { name: shown(name), limit: parameterLimits.nameLength });
  }
  let parts = 1;
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) parts++;
  if (parts > parameterLimits.nameParts) {
    return refuse('ParameterNameTooDeep', { name: shown(name), limit: parameterLimits.nameParts });
  }
  return undefined;
}
