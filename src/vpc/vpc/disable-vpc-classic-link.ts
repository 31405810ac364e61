import { operation } from '../../operation/operation.ts';
import { changedClassicLink } from './classic-link.ts';

/**
 * No longer lets instances of the classic network be linked with the VPC; saying so again is no error.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DisableVpcClassicLink
 */
export const disableVpcClassicLink = operation('Vpc', 'DisableVpcClassicLink', {
  permits: ['vpc/{VpcId}'],
  execute: ({ VpcId }, context) => changedClassicLink(VpcId, 0, context),
});
