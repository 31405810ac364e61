import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findInstance, saveConfiguration } from './instance.table.ts';
import { withSettings } from './settings.ts';

const criteria = ['Open', 'Target', 'None'];

/**
 * Sets which private pools an instance is matched with. There are no private pools, so that it is only kept and shown.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstanceattachmentattributes
 */
export const modifyInstanceAttachmentAttributes = operation('Ecs', 'ModifyInstanceAttachmentAttributes', {
  permits: ['instance/{InstanceId}'],
  check: ({ PrivatePoolOptions: { MatchCriteria, Id } = {} }) => {
    const name = 'PrivatePoolOptions';
    if (MatchCriteria === undefined) return refuse('MissingParameter', { name: `${name}.MatchCriteria` });
    if (!criteria.includes(MatchCriteria)) {
      return refuse('InvalidParameter', { name: `${name}.MatchCriteria`, value: MatchCriteria });
    }
    if (MatchCriteria === 'Target' && Id === undefined) return refuse('MissingParameter', { name: `${name}.Id` });
    return MatchCriteria !== 'Target' && Id !== undefined
      ? refuse('InvalidParameter', { name: `${name}.Id`, value: Id })
      : undefined;
  },

  async execute({ InstanceId: id, PrivatePoolOptions = {} }, { tx, accountId, regionId }) {
    const instance = await findInstance(tx, accountId, regionId, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    await saveConfiguration(tx, withSettings(instance, { PrivatePoolOptions }));
    return {};
  },
});
