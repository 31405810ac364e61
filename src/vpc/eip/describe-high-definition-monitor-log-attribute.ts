import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findEip } from './eip.table.ts';
import { oneOf } from './rules.ts';

/**
 * Where the traffic of every second of an elastic IP address is written; empty texts when it is not.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DescribeHighDefinitionMonitorLogAttribute
 */
export const describeHighDefinitionMonitorLogAttribute = operation('Vpc', 'DescribeHighDefinitionMonitorLogAttribute', {
  permits: ['eip/{InstanceId}'],
  rules: { InstanceType: oneOf('EIP') },

  async execute({ InstanceId: id }, { tx, accountId, regionId }) {
    const eip = await findEip(tx, accountId, regionId, id);
    if (eip === undefined) return refuse('InvalidAllocationId.NotFound', { id });
    return {
      InstanceId: id,
      InstanceType: 'EIP',
      LogProject: eip.hdMonitorLogProject,
      LogStore: eip.hdMonitorLogStore,
    };
  },
});
