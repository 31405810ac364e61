import { refusalsOf } from '../operation/refusal.ts';

/**
 * Every refusal of the billing operations.
 * @see https://api.aliyun.com/document/BssOpenApi/2017-12-14/errorCode
 */
export const refuse = refusalsOf({
  InvalidParameter: [400, 'The specified parameter "{name}" is not valid: "{value}".'],
  MissingParameter: [
    400,
    'The input parameter "{name}" that is mandatory for processing this request is not supplied: {reason}.',
  ],
});
