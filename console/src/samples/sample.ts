import type { DescribedOperation } from '../api/operations.ts';
import type { Values } from '../parameters/values.ts';
import type { AccessKey } from '../settings/settings.ts';

/** Where the server is, and as whom it is called. */
export interface Target {
  /** `host:port`. */
  readonly endpoint: string;
  readonly protocol: 'http' | 'https';
  readonly regionId: string;
  readonly key: AccessKey;
}

/** A call that programs are written for. */
export interface SampledCall {
  readonly operation: DescribedOperation;
  readonly parameters: Values;
  readonly target: Target;
}

/** A program in one language, ready to be run. */
export interface Sample {
  readonly text: string;
  /** What it needs and how it is started, a line each. */
  readonly run: string;
}
