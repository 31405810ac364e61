import { useState } from 'react';
import type { ProductName } from '../../../../src/contracts/contract.ts';
import type { SignedRequest } from '../../../../src/control/explorer/signature-steps.ts';
import { type CloudAnswer, callCloud, signCall } from '../../api/cloud.ts';
import { useControl } from '../../api/control-context.tsx';
import type { Values } from '../../parameters/values.ts';
import { useSettings } from '../../settings/settings-context.tsx';

/** How a call travels. */
export interface Manner {
  readonly scheme: 'V1' | 'V3';
  readonly method: 'GET' | 'POST';
  readonly format: 'JSON' | 'XML';
}

export const standardManner: Manner = { scheme: 'V3', method: 'POST', format: 'JSON' };

interface Call {
  readonly product: ProductName;
  readonly action: string;
  readonly parameters: Values;
}

/** What has come of a call so far. */
export interface Sending {
  readonly isSending: boolean;
  readonly answer: CloudAnswer | undefined;
  /** Why there is no answer: it could not be signed or sent. */
  readonly error: Error | undefined;
  /** Of the last call that was sent or signed. */
  readonly signed: SignedRequest | undefined;
  readonly send: () => void;
  /** Signs the call and leaves it at that. */
  readonly sign: () => void;
}

interface Outcome {
  readonly answer?: CloudAnswer;
  readonly error?: Error;
  readonly signed?: SignedRequest;
}

/** Sends a call as the identity of the header, when asked to. */
export function useSending(call: Call, manner: Manner): Sending {
  const control = useControl();
  const { identity } = useSettings().settings;
  const [outcome, setOutcome] = useState<Outcome>({});
  const [isSending, setIsSending] = useState(false);
  const signable = { ...call, ...manner, key: identity };

  const attempt = async (work: () => Promise<Outcome>): Promise<void> => {
    setIsSending(true);
    try {
      setOutcome(await work());
    } catch (error) {
      setOutcome({ error: error instanceof Error ? error : new Error(String(error)) });
    } finally {
      setIsSending(false);
    }
  };
  return {
    isSending,
    answer: outcome.answer,
    error: outcome.error,
    signed: outcome.signed,
    send: () => {
      attempt(async () => {
        const answer = await callCloud(control, signable);
        return { answer, signed: answer.signed };
      });
    },
    sign: () => {
      attempt(async () => ({ signed: await signCall(control, signable) }));
    },
  };
}
