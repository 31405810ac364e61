import type { Transaction } from '../store/store.ts';

/** Whole numbers and ids drawn from one source, so that a seed repeats a run. */
export interface Random {
  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number;
  /** `length` characters of `[0-9a-z]`. */
  token(length: number): string;
  /** An upper-case UUID. */
  uuid(): string;
  /** The id that the next resource is to have whose ids begin like this; only where somebody has chosen one. */
  chosenId?(prefix: string): string | undefined;
}

/** Who calls: the account's root, a RAM user, or a session of a role. */
export interface Caller {
  readonly accountId: string;
  readonly accessKeyId: string;
  /** The RAM user's name; empty for the account's root key and for a role's session. */
  readonly userName: string;
  /** The RAM user's id; the account's for its root key, empty for a role's session. */
  readonly userId: string;
  /** The role that was assumed; empty for everyone else. */
  readonly roleName: string;
  readonly roleId: string;
  readonly sessionName: string;
  /** The policy that the session was given on top of the role's, as JSON text; empty when it was given none. */
  readonly sessionPolicy: string;
  /** When the temporary key ends, in milliseconds; 0 for a permanent key. */
  readonly expiresAtMs: number;
}

/** Where a call came from, for policies that ask. */
export interface CallOrigin {
  readonly sourceIp: string;
  /** Whether it came over TLS. */
  readonly secure: boolean;
}

/** How a delayed change ends: as asked, with the resource's failure path, or not until it is asked for again. */
export type TransitionOutcome = 'complete' | 'fail' | 'stick';

/** A delayed change that is recorded in the state until it is due. */
export interface PendingTransition {
  readonly resourceType: string;
  readonly resourceId: string;
  readonly kind: string;
  readonly accountId: string;
  readonly outcome: TransitionOutcome;
  readonly dueAtMs: number;
}

/** Records delayed changes; a resource has at most one pending, a new one replaces it. */
export interface Transitions {
  schedule(resourceType: string, resourceId: string, kind: string): Promise<void>;
  /** For a time that was asked for, whatever the server's profile. */
  scheduleAt(resourceType: string, resourceId: string, kind: string, dueAtMs: number): Promise<void>;
  /** The same was asked for again: one that is stuck is set going, one that is on its way keeps its time. */
  again(resourceType: string, resourceId: string, kind: string): Promise<void>;
  pending(resourceType: string, resourceId: string): Promise<PendingTransition | undefined>;
  cancel(resourceType: string, resourceId: string): Promise<void>;
  /** Whether what was scheduled for a resource happens before this transaction ends, so that nobody sees what is before. */
  happensAtOnce(resourceType: string, resourceId: string): boolean;
}

/** What a change to the state may use, whether an operation or a due transition makes it. */
export interface ChangeContext {
  readonly tx: Transaction;
  readonly nowMs: number;
  readonly random: Random;
  readonly transitions: Transitions;
}

/** What an operation may use. Nothing in here is a clock, a socket or a random source of its own. */
export interface OperationContext extends ChangeContext {
  readonly accountId: string;
  /** The region asked for; the endpoint's or the default region when the request named none. */
  readonly regionId: string;
  /** Whether the request, or the host it was sent to, named the region. Without it, ids are looked up in every region of the account. */
  readonly regionGiven: boolean;
  readonly caller: Caller;
  /** `host:port` as the client addressed this server. */
  readonly endpoint: string;
  readonly origin: CallOrigin;
  /** Whether the last page of a list that is read by tokens has one too, to an empty page after it. */
  readonly tokenOnLastPage: boolean;
  /** The account's value of a quota in the region. */
  quota(name: QuotaName): number;
}

/** Names of the quotas; defaults are in `quotas.ts`. */
export type QuotaName = keyof typeof import('./quotas.ts').quotaDefaults;
