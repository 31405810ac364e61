import { groupBy } from '../../operation/group-by.ts';
import { operation } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { utcMinutes } from '../../operation/time.ts';
import { allOf, equals, isInResourceGroup, listRows } from '../../vpc/list.ts';
import { carriesTags } from '../../vpc/tag/rules.ts';
import { matchesPattern } from '../name-pattern.ts';
import { namedTags } from '../tag/older-rules.ts';
import { tagsOfRows } from '../tag/tags.ts';
import { keyPairTable } from './key-pair.table.ts';
import { keyPairTags } from './key-pair.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 50, minResults: 10, maxResults: 50 };

/**
 * Lists key pairs by any combination of filters, newest first; `*` in a name stands for any text.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describekeypairs
 */
export const describeKeyPairs = operation('Ecs', 'DescribeKeyPairs', {
  permits: ['keypair/*'],
  rules: { Tag: namedTags },

  async execute(parameters, { tx, accountId, regionId }) {
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const { KeyPairName: name, IncludePublicKey = false } = parameters;
    const condition = allOf(
      equals('key_pair.account_id', accountId),
      equals('key_pair.region_id', regionId),
      name === undefined ? undefined : matchesPattern('key_pair.key_pair_name', name),
      equals('key_pair.key_pair_finger_print', parameters.KeyPairFingerPrint),
      isInResourceGroup('key_pair', accountId, parameters.ResourceGroupId),
      carriesTags(keyPairTags, 'key_pair.key_pair_name', parameters.Tag, { accountId, regionId }),
    );
    const { rows, totalCount } = await listRows(tx, keyPairTable, 'key_pair_name', condition, page);
    const allTags = await tagsOfRows(tx, keyPairTags, rows, (row) => row.keyPairName);
    const tags = groupBy(allTags, (tag) => tag.resourceId);
    return {
      TotalCount: totalCount,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      KeyPairs: {
        KeyPair: rows.map((row) => ({
          KeyPairName: row.keyPairName,
          KeyPairFingerPrint: row.keyPairFingerPrint,
          CreationTime: utcMinutes(row.createdAtMs),
          ResourceGroupId: row.resourceGroupId,
          ...(IncludePublicKey ? { PublicKey: row.publicKey } : {}),
          Tags: {
            Tag: (tags.get(row.keyPairName) ?? []).map(({ tagKey, tagValue }) => ({
              TagKey: tagKey,
              TagValue: tagValue,
            })),
          },
        })),
      },
    };
  },
});
