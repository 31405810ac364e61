import { type Parameters, type Product, signedForm } from '../test/support/signed-client.ts';

const key = { accessKeyId: 'localyun', accessKeySecret: 'localyun' };

/** The bytes of one signed call, a form as most clients send it. */
export function signedRequest(product: Product, action: string, parameters: Parameters): Buffer {
  const body = signedForm(key, product, action, parameters);
  return Buffer.from(
    `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
}
