import { refusalsOf } from '../operation/refusal.ts';
import { addressRefusals } from './refusals/address.ts';
import { commonRefusals } from './refusals/common.ts';
import { diskRefusals } from './refusals/disk.ts';
import { imageRefusals } from './refusals/image.ts';
import { instanceRefusals } from './refusals/instance.ts';
import { instanceModificationRefusals } from './refusals/instance-modification.ts';
import { keyPairRefusals } from './refusals/key-pair.ts';
import { monitorRefusals } from './refusals/monitor.ts';
import { networkInterfaceRefusals } from './refusals/network-interface.ts';
import { networkInterfaceModificationRefusals } from './refusals/network-interface-modification.ts';
import { securityGroupRefusals } from './refusals/security-group.ts';
import { securityGroupRuleRefusals } from './refusals/security-group-rule.ts';
import { snapshotRefusals } from './refusals/snapshot.ts';
import { stockRefusals } from './refusals/stock.ts';
import { tagRefusals } from './refusals/tag.ts';

/**
 * Makes the refusals of the ECS operations: HTTP status, message, and the wire code where one code has several forms.
 * Where the published tables print only `%s`, the message is the literal one of older tables or our own.
 */
export const refuse = refusalsOf({
  ...commonRefusals,
  ...monitorRefusals,
  ...networkInterfaceRefusals,
  ...addressRefusals,
  ...networkInterfaceModificationRefusals,
  ...securityGroupRefusals,
  ...securityGroupRuleRefusals,
  ...instanceRefusals,
  ...instanceModificationRefusals,
  ...imageRefusals,
  ...stockRefusals,
  ...tagRefusals,
  ...keyPairRefusals,
  ...diskRefusals,
  ...snapshotRefusals,
});
