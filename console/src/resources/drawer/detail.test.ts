import { describe, expect, it } from 'vitest';
import { detailsOf } from './detail.ts';

describe('the details of a resource', () => {
  it('are its members by their paths, without what is empty', () => {
    expect(
      detailsOf({ VpcId: 'vpc-1', Description: '', Attachment: { InstanceId: 'i-1' }, Tags: { Tag: [] } }),
    ).toEqual([
      { path: 'VpcId', text: 'vpc-1' },
      { path: 'Attachment.InstanceId', text: 'i-1' },
    ]);
    expect(detailsOf({})).toEqual([]);
  });

  it('have what only a later entry of a list has', () => {
    const entries = [{ Address: 'a', Primary: true }, { Address: 'b', Public: { Address: 'p' } }, { Address: 'c' }];
    expect(detailsOf({ Sets: { Set: entries }, Ids: { Id: ['x', 'y'] } })).toEqual([
      { path: 'Sets.Set.Address', text: 'a, b, c' },
      { path: 'Sets.Set.Primary', text: 'true' },
      { path: 'Sets.Set.Public.Address', text: 'p' },
      { path: 'Ids.Id', text: 'x, y' },
    ]);
  });
});
