import type { ObjectShape } from '../../contracts/contract.ts';
import type { ErrorBody } from './error-body.ts';
import type { BodyFormat } from './format.ts';
import { renderJson, renderJsonError } from './render-json.ts';
import { renderXml, renderXmlError } from './render-xml.ts';
import type { ResponseFields } from './response-shape.ts';

/** The body of a success in either format; `shape` is the `response` of the contract. */
export function renderSuccess(
  format: BodyFormat,
  shape: ObjectShape,
  action: string,
  requestId: string,
  response: ResponseFields,
): string {
  return format === 'json' ? renderJson(shape, requestId, response) : renderXml(shape, action, requestId, response);
}

/** The body of an error in either format. */
export function renderError(format: BodyFormat, error: ErrorBody): string {
  return format === 'json' ? renderJsonError(error) : renderXmlError(error);
}
