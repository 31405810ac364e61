import { removeTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { someAttachmentOf } from '../attachment/attachment.table.ts';
import { refuse } from '../refusals.ts';
import { inNoRegion, taggedTypes } from '../tag/tagged.ts';
import { foundRole } from './found-role.ts';
import { removeRole } from './role.table.ts';
import { roleName } from './rules.ts';

/**
 * Deletes a role that no policy is attached to. Its sessions end at once: their keys go with it.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-deleterole
 */
export const deleteRole = operation('Ram', 'DeleteRole', {
  required: ['RoleName'],
  permits: ['role/{RoleName}'],
  rules: { RoleName: roleName },

  async execute({ RoleName }, context) {
    const { tx, accountId } = context;
    const role = await foundRole(context, RoleName);
    if (isRefusal(role)) return role;
    const attached = await someAttachmentOf(tx, accountId, { principalType: 'Role', principalId: role.roleId });
    if (attached) return refuse('DeleteConflict.Role.Policy', { roleName: role.roleName, ...attached });
    await removeRole(tx, role);
    await removeTags(inNoRegion(context), taggedTypes.role, role.roleName);
    return {};
  },
});
