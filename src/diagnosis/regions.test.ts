import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { diagnosisOf } from './diagnosis.fixture.ts';

const localyun = startTestLocalyun();

describe('what would make a call succeed that names resources', () => {
  it('is their region, where all of them are in one', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const pair = { NetworkInterfaceId, InstanceId: await account.runInstance(network) };
    for (const RegionId of ['cn-beijing', 'cn-nowhere']) {
      const answer = await account.call('Ecs', 'AttachNetworkInterface', { RegionId, ...pair });
      const { steps } = await diagnosisOf(localyun, answer);
      expect(steps).toMatchObject([{ kind: 'call', parameters: { RegionId: 'cn-hangzhou', ...pair } }]);
    }
  });

  it('is no region, where they are in different ones', async () => {
    const account = localyun.account();
    const away = await account.network({ regionId: 'cn-beijing' });
    const { NetworkInterfaceId } = await account.createNetworkInterface(away);
    const InstanceId = await account.runInstance(await account.network());
    for (const RegionId of ['cn-hangzhou', 'cn-beijing', 'cn-nowhere']) {
      const pair = { RegionId, NetworkInterfaceId, InstanceId };
      const answer = await account.call('Ecs', 'AttachNetworkInterface', pair);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      const { steps } = await diagnosisOf(localyun, answer);
      expect(steps.map(({ kind }) => kind)).toEqual(['note']);
      expect(steps[0]?.text).toContain(`${NetworkInterfaceId} is in cn-beijing`);
      expect(steps[0]?.text).toContain(`${InstanceId} is in cn-hangzhou`);
    }
  });
});
