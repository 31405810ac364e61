import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { PlanNotUnderstood, readPlan } from './change-plan.ts';
import { observedTables } from './observed-tables.ts';

const sources = fileURLToPath(new URL('..', import.meta.url));

/** What a reset does to interfaces of other accounts; it is told of none of its changes. */
const ofReset = /^UPDATE network_interface SET status = 'Available'.* WHERE account_id <> \?/;

describe('the statements that write to observed tables', () => {
  let texts: readonly string[] = [];

  // Every module that declares statements, and none of the tests that this process has run before.
  beforeAll(async () => {
    vi.resetModules();
    const modules = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        /^(access|billing|ecs|engine|operation|ram|resource-manager|store|sts|vpc)\//.test(name) &&
        name.endsWith('.ts') &&
        !/\.(test|fixture)\.ts$/.test(name),
    );
    await Promise.all(modules.map((name) => import(new URL(`../${name}`, import.meta.url).href)));
    const { declaredStatements } = await import('../store/statement.ts');
    texts = declaredStatements()
      .map(({ text }) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => /^(INSERT INTO|UPDATE|DELETE FROM) /.test(text) && !ofReset.test(text));
  });

  it('are all understood', () => {
    const strange = texts.filter((text) => {
      try {
        readPlan(text);
        return false;
      } catch (error) {
        if (error instanceof PlanNotUnderstood) return true;
        throw error;
      }
    });
    expect(strange).toEqual([]);
    expect(texts.length).toBeGreaterThan(150);
  });

  it('make and change rows of each of them', () => {
    const plans = texts.map(readPlan);
    for (const { table } of observedTables) {
      const verbs = plans.filter((plan) => plan?.of.table === table).map((plan) => plan?.verb);
      expect([table, verbs]).toEqual([table, expect.arrayContaining(['insert', 'clear'])]);
    }
  });
});

describe('a plan', () => {
  it('knows which value is which field, and which row is meant', () => {
    expect(
      readPlan(`UPDATE eip SET status = ?, mode = 'NAT', instance_id = NULL WHERE allocation_id = ?`),
    ).toMatchObject({
      verb: 'update',
      sets: [
        { field: 'status', source: { place: 0 } },
        { field: 'mode', source: { literal: 'NAT' } },
        { field: 'instanceId', source: { literal: null } },
      ],
      where: [{ field: 'allocationId', comparison: '=', source: { place: 1 } }],
    });
  });

  it('reads ranges, several rows, and what is set where a row is there', () => {
    expect(readPlan('DELETE FROM private_address WHERE v_switch_id = ? AND address BETWEEN ? AND ?')).toMatchObject({
      where: [
        { field: 'vSwitchId', comparison: '=' },
        { field: 'address', comparison: 'from', source: { place: 1 } },
        { field: 'address', comparison: 'to', source: { place: 2 } },
      ],
    });
    const rows = readPlan('INSERT INTO vpc_cidr_block (vpc_id, cidr_block) VALUES (?, ?), (?, ?)');
    expect(rows).toMatchObject({
      rows: [{ instead: undefined }, { values: [{ source: { place: 2 } }, { source: { place: 3 } }] }],
    });
    const upsert = `INSERT INTO tag (account_id, tag_key, tag_value) VALUES (?, ?, ?)
      ON CONFLICT (account_id, tag_key) DO UPDATE SET tag_value = excluded.tag_value`;
    expect(readPlan(upsert)).toMatchObject({ rows: [{ instead: [{ field: 'tagValue', source: { place: 2 } }] }] });
  });

  it('says nothing of what is no resource, and refuses what it cannot read', () => {
    expect(readPlan('UPDATE quota_usage SET used = used + ? WHERE account_id = ?')).toBeNull();
    expect(readPlan('SELECT 1 FROM eip')).toBeNull();
    for (const text of [
      'UPDATE eip SET status = LOWER(status) WHERE allocation_id = ?',
      'UPDATE eip SET status = ? WHERE allocation_id = ? OR instance_id = ?',
      'DELETE FROM eip WHERE allocation_id IN (?, ?)',
      'INSERT INTO eip (allocation_id) SELECT disk_id FROM disk',
      'DELETE FROM eip WHERE allocation_id = ? RETURNING instance_id',
    ]) {
      expect(() => readPlan(text)).toThrow(PlanNotUnderstood);
    }
  });
});
