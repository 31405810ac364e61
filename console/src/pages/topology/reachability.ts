import type { ControlClient } from '../../api/control.ts';

/** What is asked: `port` for TCP and UDP only. */
export interface Question {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  /** A text when what was typed is no number: the server says what is wrong with it. */
  readonly port?: number | string;
}

interface Place {
  readonly address: string;
  readonly networkInterfaceId?: string;
}

type DecidedBy =
  | { readonly kind: 'no-security-group' }
  | { readonly kind: 'inner-access-policy'; readonly securityGroupId: string }
  | {
      readonly kind: 'rule';
      readonly securityGroupId: string;
      readonly securityGroupRuleId: string;
      readonly priority: number;
      readonly policy: string;
    }
  | { readonly kind: 'default'; readonly direction: string; readonly securityGroupType: string };

export interface Decision {
  readonly policy: string;
  readonly decidedBy: DecidedBy;
}

/** What `POST /reachability` answers. */
export interface Answer {
  readonly reachable: boolean;
  readonly egress: Decision;
  readonly ingress: Decision;
  readonly from: Place;
  readonly to: Place;
  readonly route: 'internal' | 'external' | 'none';
}

export function askReachability(control: ControlClient, question: Question): Promise<Answer> {
  return control.post('/reachability', question);
}
