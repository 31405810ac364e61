import { Button, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { SignedRequest } from '../../../../src/control/explorer/signature-steps.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import type { Sending } from './use-sending.ts';

interface SignaturePanelProps {
  readonly sending: Sending;
  readonly scheme: 'V1' | 'V3';
}

/** How the last call was signed, step by step, and the request as it was sent. */
export function SignaturePanel({ sending, scheme }: SignaturePanelProps): ReactNode {
  const { signed } = sending;
  return (
    <Flex vertical gap="middle">
      <Flex wrap gap="small" align="center">
        <Button onClick={sending.sign} loading={sending.isSending}>
          Sign without sending
        </Button>
        {signed === undefined ? (
          <Typography.Text type="secondary">Or send the call; {scheme} is what it will be signed by.</Typography.Text>
        ) : null}
      </Flex>
      {signed === undefined
        ? null
        : stepsOf(signed).map(({ title, text, why }, index) => (
            <section key={title} aria-label={title}>
              <h3 className="panel-subtitle">
                {index + 1}. {title}
              </h3>
              <Typography.Paragraph type="secondary">{why}</Typography.Paragraph>
              {text === '' ? (
                <Typography.Text>It is empty.</Typography.Text>
              ) : (
                <CodeBlock text={text} label={title} wrap />
              )}
            </section>
          ))}
    </Flex>
  );
}

interface Step {
  readonly title: string;
  readonly text: string;
  readonly why: string;
}

function stepsOf(signed: SignedRequest): readonly Step[] {
  const { canonicalQuery, canonicalRequest, stringToSign, signingKey, signature } = signed;
  const isV1 = canonicalRequest === undefined;
  return [
    {
      title: 'Canonical query',
      text: canonicalQuery,
      why: isV1
        ? 'Every parameter but the signature, percent-encoded and sorted by name.'
        : 'The parameters in the query, percent-encoded and sorted by name. Those of a form are in the hash of the body.',
    },
    ...(isV1
      ? []
      : [
          {
            title: 'Canonical request',
            text: canonicalRequest,
            why: 'Method, path, query, the signed headers, their names, the hash of the body: a line each.',
          },
        ]),
    {
      title: 'String to sign',
      text: stringToSign,
      why: isV1
        ? 'Method, path and canonical query, each percent-encoded once more.'
        : 'The name of the algorithm, and the SHA-256 of the canonical request.',
    },
    {
      title: 'Signature',
      text: signature,
      why: isV1
        ? `HMAC-SHA1 of the string with the key "${signingKey}", in base64.`
        : `HMAC-SHA256 of the string with the key "${signingKey}", in hexadecimal digits.`,
    },
    { title: 'Request', text: requestText(signed), why: 'What goes over the wire.' },
  ];
}

function requestText({ request: { method, path, headers, body } }: SignedRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, ...lines, '', ...(body === '' ? [] : [body])].join('\n').trimEnd();
}
