import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';

const maxUserDataBytes = 32 * 1024;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** 8 to 30 characters of at least three of the four kinds. */
export function isPassword(value: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[()`~!@#$%^&*\-_+=|{}[\]:;\\"'<>,.?/]/];
  return value.length >= 8 && value.length <= 30 && kinds.filter((kind) => kind.test(value)).length >= 3;
}

export function isBase64(value: string): boolean {
  return base64.test(value);
}

/** Whether user data is small enough, counted before it was made Base64. */
export function checkUserDataSize(value: string): Refusal | undefined {
  const size = Buffer.byteLength(value, isBase64(value) ? 'base64' : 'utf8');
  return size > maxUserDataBytes
    ? refuse('InvalidUserData.SizeExceeded', { size, limit: maxUserDataBytes })
    : undefined;
}
