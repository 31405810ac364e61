import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { utcSeconds } from '../../operation/time.ts';
import { cutPage, ramPageOf } from '../paging.ts';
import { tagsIn, wantedTags } from '../tag/rules.ts';
import { tagsByName } from '../tag/tags-by-name.ts';
import { selectRoles } from './role.table.ts';
import { describedRole } from './view.ts';

/**
 * Lists the account's roles by name, of all or of those that carry every tag asked for.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listroles
 */
export const listRoles = operation('Ram', 'ListRoles', {
  permits: ['role/*'],
  rules: { Tag: wantedTags },

  async execute(parameters, { tx, accountId }) {
    const page = ramPageOf(parameters);
    if (isRefusal(page)) return page;
    const found = await selectRoles(tx, accountId, page, tagsIn(parameters.Tag) ?? []);
    const { rows, end } = cutPage(found, page, ({ roleName, roleId }) => [roleName, roleId]);
    const names = rows.map(({ roleName }) => roleName);
    const tags = await tagsByName({ tx, accountId }, 'role', names);
    return {
      ...end,
      Roles: {
        Role: rows.map((role) => ({
          ...describedRole(role),
          UpdateDate: utcSeconds(role.updatedAtMs),
          Tags: { Tag: tags.get(role.roleName) ?? [] },
        })),
      },
    };
  },
});
