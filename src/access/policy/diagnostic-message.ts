import type { DiagnosticMessage } from './read-diagnostic-message.ts';

/** The message as an answer carries it: Base64 of JSON. */
export function encodeDiagnosticMessage(message: DiagnosticMessage): string {
  return Buffer.from(JSON.stringify(message)).toString('base64');
}
