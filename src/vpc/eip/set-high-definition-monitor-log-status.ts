import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findEip, saveMonitoring } from './eip.table.ts';
import { unmonitored } from './lifecycle.ts';
import { logName, oneOf } from './rules.ts';

/**
 * Has the traffic of every second of an elastic IP address written to a store of the log service, or no longer. Nothing
 * is ever written: there are no packets.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/SetHighDefinitionMonitorLogStatus
 */
export const setHighDefinitionMonitorLogStatus = operation('Vpc', 'SetHighDefinitionMonitorLogStatus', {
  permits: ['eip/{InstanceId}'],
  rules: { Status: oneOf('ON', 'OFF'), InstanceType: oneOf('EIP'), LogProject: logName, LogStore: logName },

  async execute({ InstanceId: id, LogProject, LogStore, Status }, { tx, accountId, regionId }) {
    const eip = await findEip(tx, accountId, regionId, id);
    if (eip === undefined) return refuse('InvalidAllocationId.NotFound', { id });
    const monitored = {
      hdMonitorStatus: 'ON',
      hdMonitorLogProject: LogProject,
      hdMonitorLogStore: LogStore,
    } as const;
    await saveMonitoring(tx, { ...eip, ...(Status === 'ON' ? monitored : unmonitored) });
    return {};
  },
});
