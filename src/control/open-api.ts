import { z } from 'zod';
import { version } from '../version.ts';
import type { ControlCall } from './call.ts';
import { listCalls, type NamedCall } from './calls/index.ts';
import { placesOf } from './members.ts';
import { controlPrefix } from './prefix.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of every call in the table. */
export function openApiDocument(): object {
  const schemas: Record<string, JsonSchema> = {};
  const paths: Record<string, Record<string, object>> = {};
  for (const named of listCalls()) {
    const { path, method } = named.call;
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeCall(named, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Localyun control API',
      version,
      description: 'What tests and operators do to a running server, beside the Alibaba Cloud APIs.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: controlPrefix }],
    // On loopback the server asks for a token only if it was given one.
    security: [{}, { controlToken: [] }],
    paths,
    components: {
      schemas: {
        ...schemas,
        Error: {
          type: 'object',
          properties: { error: { type: 'string', description: 'what is wrong, with the parameter and its value' } },
          required: ['error'],
        },
      },
      securitySchemes: { controlToken: { type: 'http', scheme: 'bearer' } },
    },
  };
}

/** `clock advance` as the name of an operation: `clockAdvance`. */
function operationId(words: readonly (string | undefined)[]): string {
  return words
    .filter((word) => word !== undefined)
    .join('-')
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function describeCall({ words, call }: NamedCall, schemas: Record<string, JsonSchema>): object {
  const id = operationId(words);
  const input = jsonSchema(call.input, 'input', id, schemas);
  const properties = Object.entries((input.properties ?? {}) as Readonly<Record<string, JsonSchema>>);
  const required = (input.required ?? []) as readonly string[];
  const places = placesOf(call.path);
  const isQuery = (name: string) =>
    !places.includes(name) &&
    name !== call.body?.member &&
    (call.method === 'GET' || call.method === 'DELETE' || call.body !== undefined);
  const parameters = properties
    .filter(([name]) => places.includes(name) || isQuery(name))
    .map(([name, { description, ...schema }]) => ({
      name,
      in: places.includes(name) ? 'path' : 'query',
      required: required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema,
    }));
  const inBody = properties.filter(([name]) => !places.includes(name) && !isQuery(name));
  return {
    operationId: id,
    tags: [words[0]],
    summary: call.summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(inBody.length === 0 ? {} : { requestBody: describeBody(call, inBody, required) }),
    responses: {
      200: { description: 'done', content: describeAnswer(call, id, schemas) },
      default: {
        description:
          'refused: 400 bad input, 404 no such thing, 408 nothing came in time, 409 not as things are now, ' +
          '503 the state cannot be read or written now; 500 a defect of the server',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

function describeBody(
  call: ControlCall,
  members: readonly (readonly [string, JsonSchema])[],
  required: readonly string[],
): object {
  const { body } = call;
  if (body !== undefined) {
    const [, schema = {}] = members.find(([name]) => name === body.member) ?? [];
    const content = body.contentTypes.map((one) => [one, one === 'application/json' ? { schema } : {}]);
    return { required: required.includes(body.member), content: Object.fromEntries(content) };
  }
  const needed = required.filter((name) => members.some(([member]) => member === name));
  const schema = {
    type: 'object',
    properties: Object.fromEntries(members),
    ...(needed.length === 0 ? {} : { required: needed }),
    additionalProperties: false,
  };
  return { required: needed.length > 0, content: { 'application/json': { schema } } };
}

function describeAnswer(call: ControlCall, id: string, schemas: Record<string, JsonSchema>): object {
  if (call.contentType === undefined) {
    return { 'application/json': { schema: jsonSchema(call.output, 'output', `${id}Answer`, schemas) } };
  }
  return { [call.contentType]: call.contentType.startsWith('text/') ? { schema: { type: 'string' } } : {} };
}

/** The schema of one value; what it refers to is added to the schemas that all share. */
function jsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
  id: string,
  schemas: Record<string, JsonSchema>,
): JsonSchema {
  const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  // Those without a name of their own are numbered anew in each schema.
  const nameOf = (name: string) => name.replace(/^__schema/, `${id}Part`);
  const shared = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (key, one) =>
      key === '$ref' && typeof one === 'string' && one.startsWith('#/$defs/')
        ? `#/components/schemas/${nameOf(one.slice('#/$defs/'.length))}`
        : one,
    );
  for (const [name, definition] of Object.entries($defs)) {
    const { id: _id, ...rest } = shared(definition);
    schemas[nameOf(name)] = rest;
  }
  return shared(own);
}
