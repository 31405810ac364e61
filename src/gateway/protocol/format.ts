import type { HttpRequest } from '../http-message.ts';

/** The format of a body. */
export type BodyFormat = 'json' | 'xml';

/** The content types, to the letter: the official TypeScript SDK reads XML errors only under exactly this one. */
export const contentTypes = {
  json: 'application/json;charset=utf-8',
  xml: 'text/xml;charset=utf-8',
} as const satisfies Record<BodyFormat, string>;

const formatInText = /(?:^|&)Format=(json|xml)(?:&|$)/i;

/**
 * Chooses the format of the answer: the `Format` parameter in any case, else JSON for V3 requests and for clients that
 * accept JSON, else XML. An unknown Format counts as none, so that every answer, an error too, can be rendered.
 *
 * @param parameters all parameters; `undefined` when they could not be parsed, and the raw texts are searched instead
 */
export function negotiateFormat(request: HttpRequest, parameters: ReadonlyMap<string, string> | undefined): BodyFormat {
  const format = (parameters === undefined ? formatInRawText(request) : parameters.get('Format'))?.toLowerCase();
  if (format === 'json' || format === 'xml') return format;
  const { authorization, accept } = request.headers;
  if (authorization?.startsWith('ACS3-') === true) return 'json';
  return accept?.toLowerCase().includes('json') === true ? 'json' : 'xml';
}

function formatInRawText({ query, body }: HttpRequest): string | undefined {
  return formatInText.exec(query)?.[1] ?? formatInText.exec(body.toString('latin1'))?.[1];
}
