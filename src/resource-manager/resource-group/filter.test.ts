import { describe, expect, it } from 'vitest';
import { SqliteStore } from '../../store/sqlite.ts';
import { dynamicSql } from '../../store/statement.ts';
import { inResourceGroup } from './filter.ts';
import { defaultResourceGroupId } from './resource-group.ts';

const accountId = '1000000000000001';
const tables: [table: string, idColumn: string][] = [
  ['network_interface', 'network_interface_id'],
  ['instance', 'instance_id'],
  ['security_group', 'security_group_id'],
  ['vpc', 'vpc_id'],
  ['v_switch', 'v_switch_id'],
  ['route_table', 'route_table_id'],
  ['eip', 'allocation_id'],
];

describe('the filter by resource group', () => {
  it.each(tables)('finds rows of %s by index, in the order of lists', async (table, idColumn) => {
    const store = SqliteStore.open(undefined);
    const { where, values } = inResourceGroup(table, accountId, 'rg-acfmsome');
    const plan = await store.read((tx) =>
      tx.all(
        dynamicSql<{ detail: string }>(
          `EXPLAIN QUERY PLAN SELECT ${idColumn} FROM ${table}
           WHERE ${table}.account_id = ? AND ${table}.region_id = ? AND ${where}
           ORDER BY ${table}.created_at_ms DESC, ${table}.${idColumn} DESC LIMIT 10`,
        ),
        accountId,
        'cn-hangzhou',
        ...values,
      ),
    );
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining(`INDEX ${table}_by_resource_group (`)]);
    await store.close();
  });

  it('counts rows without a group to the default one, whose id is the account for life', () => {
    const id = defaultResourceGroupId(accountId);
    expect(id).toMatch(/^rg-acfm[0-9a-z]{11}$/);
    expect(defaultResourceGroupId('1000000000000002')).not.toBe(id);
    expect(defaultResourceGroupId('9999999999999999')).toMatch(/^rg-acfm[0-9a-z]{11}$/);
    expect(inResourceGroup('vpc', accountId, id)).toEqual({ where: "vpc.resource_group_id IN ('', ?)", values: [id] });
  });
});
