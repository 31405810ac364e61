import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about policies, their attachments, and roles. */
export const policyRefusals = {} as const satisfies Record<string, RefusalEntry>;
