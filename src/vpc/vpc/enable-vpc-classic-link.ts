import { operation } from '../../operation/operation.ts';
import { changedClassicLink } from './classic-link.ts';

/**
 * Lets instances of the classic network be linked with the VPC; saying so again is no error.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/EnableVpcClassicLink
 */
export const enableVpcClassicLink = operation('Vpc', 'EnableVpcClassicLink', {
  permits: ['vpc/{VpcId}'],
  execute: ({ VpcId }, context) => changedClassicLink(VpcId, 1, context),
});
