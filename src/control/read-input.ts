import type { z } from 'zod';
import type { HttpRequest } from '../gateway/http-message.ts';
import { isText, parseJson } from '../operation/json.ts';
import type { ControlCall, WholeBody } from './call.ts';
import { ControlRefused } from './control-refused.ts';
import { type MemberSchema, membersOf, readText, typeOf } from './members.ts';

/**
 * The input of a call as its schema makes it.
 * @throws ControlRefused with every member that is wrong, and its value
 */
export function checkInput<Input extends z.ZodObject>(schema: Input, given: unknown): z.output<Input> {
  const checked = schema.safeParse(given, { reportInput: true });
  if (checked.success) return checked.data;
  throw new ControlRefused(checked.error.issues.map(describeIssue).join('; '));
}

const shownLength = 80;

function describeIssue({ path, message, input }: z.core.$ZodIssue): string {
  const named = `${path.join('.') || 'input'}: ${message}`;
  if (path.length === 0 || input === undefined || (typeof input === 'object' && input !== null)) return named;
  const value = JSON.stringify(input) ?? String(input);
  return `${named}, not ${value.length > shownLength ? `${value.slice(0, shownLength)}...` : value}`;
}

/**
 * What a request gives to a call: the places of its path, its query and its body in one object, not yet checked.
 * @param places the texts of the path by name, still percent-encoded
 * @throws ControlRefused when it cannot be read
 */
export function readInput(call: ControlCall, request: HttpRequest, places: Readonly<Record<string, string>>): object {
  const schemas = new Map(membersOf(call).map(({ name, schema }) => [name, schema]));
  const input: Record<string, unknown> = Object.create(null);
  const give = (name: string, value: unknown): void => {
    if (name in input) throw new ControlRefused(`${name}: must be given once`);
    input[name] = value;
  };
  for (const [name, text] of Object.entries(places)) give(name, readText(decode(name, text), schemas.get(name) ?? {}));
  const query = new URLSearchParams(request.query);
  for (const name of new Set(query.keys())) give(name, readQuery(name, query.getAll(name), schemas.get(name) ?? {}));
  if (call.body !== undefined) give(call.body.member, readWholeBody(call.body, request));
  else if (call.method !== 'GET' && request.body.length > 0) {
    for (const [name, value] of Object.entries(readObject(request))) give(name, value);
  }
  return { ...input };
}

function readQuery(name: string, texts: readonly string[], schema: MemberSchema): unknown {
  const bad = texts.find((text) => !isText(text));
  if (bad !== undefined) throw new ControlRefused(`${name}: ${JSON.stringify(bad)} is not text`);
  if (typeOf(schema) === 'array') return texts.map((text) => readText(text, schema.items ?? {}));
  if (texts.length > 1) throw new ControlRefused(`${name}: must be given once`);
  return readText(texts[0] ?? '', schema);
}

function decode(name: string, text: string): string {
  try {
    const decoded = decodeURIComponent(text);
    if (isText(decoded)) return decoded;
  } catch {
    // Refused like what is no text.
  }
  throw new ControlRefused(`${name}: ${JSON.stringify(text)} in the path is not text`);
}

function readObject(request: HttpRequest): object {
  const value = readJson(request);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new ControlRefused('the request body is not a JSON object');
}

function readJson({ body }: HttpRequest): unknown {
  const value = parseJson(body.toString('utf8'));
  if (value === undefined) throw new ControlRefused('the request body is not JSON');
  return value;
}

function readWholeBody({ contentTypes }: WholeBody, request: HttpRequest): unknown {
  const given = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  // What curl and the like say when nobody told them, is no statement about the body.
  const contentType = contentTypes.includes(given) ? given : contentTypes[0];
  if (contentType === 'application/json') return request.body.length === 0 ? {} : readJson(request);
  if (contentType === 'application/octet-stream') return new Uint8Array(request.body);
  const text = request.body.toString('utf8');
  if (!isText(text)) throw new ControlRefused('the request body is not text');
  return text;
}
