import { mostProblems, type SeedProblem } from '../access/seed-refused.ts';
import { nearNames } from '../operation/near-names.ts';
import type { SeedKind, SeedResources } from './seed-resources.ts';

/** A place that names another resource. */
interface Reference {
  readonly path: SeedProblem['path'];
  readonly kind: SeedKind;
  readonly named: string;
}

/** What ids of a kind begin with; key pairs are only known by name. */
const prefixes: Readonly<Record<SeedKind, string | undefined>> = {
  vpcs: 'vpc-',
  vSwitches: 'vsw-',
  keyPairs: undefined,
  securityGroups: 'sg-',
  instances: 'i-',
  networkInterfaces: 'eni-',
  eips: 'eip-',
};

/** Whether a reference can only be an id: such a one is looked up in the state when the seed is carried out. */
export function isId(kind: SeedKind, named: string): boolean {
  const prefix = prefixes[kind];
  return prefix !== undefined && named.startsWith(prefix);
}

/** Names and ids that are there twice, and references to what is not there. */
export function referenceProblems(resources: SeedResources): readonly SeedProblem[] {
  const names = namesIn(resources);
  const unknown = referencesIn(resources).filter(({ kind, named }) => !names[kind].has(named) && !isId(kind, named));
  const told = unknown.map(({ path, kind, named }, index): SeedProblem => {
    // Near names are looked for among all there are, and so only for what is told.
    const there = index < mostProblems ? `; ${whatIsThere(kind, named, [...names[kind]])}` : '';
    return { path, message: `there is no "${named}"${there}` };
  });
  return [...doubles(resources), ...told];
}

function doubles(resources: SeedResources): readonly SeedProblem[] {
  const problems: SeedProblem[] = [];
  const ids = new Set<string>();
  for (const [kind, list] of Object.entries(resources)) {
    const names = new Set<string>();
    for (const [index, one] of list.entries()) {
      if (names.has(one.name)) problems.push(twice([kind, index, 'name'], one.name));
      names.add(one.name);
      for (const member of ['id', 'networkInterfaceId'] as const) {
        const id = member in one ? (one as { readonly [member]?: string })[member] : undefined;
        if (id === undefined) continue;
        if (ids.has(id)) problems.push(twice([kind, index, member], id));
        ids.add(id);
      }
    }
  }
  return problems;
}

function twice(path: SeedProblem['path'], value: string): SeedProblem {
  return { path, message: `"${value}" is there twice` };
}

function referencesIn(resources: SeedResources): readonly Reference[] {
  const found: Reference[] = [];
  const add = (path: SeedProblem['path'], kind: SeedKind, named: string | undefined) =>
    named === undefined || found.push({ path, kind, named });
  const addGroups = (path: SeedProblem['path'], groups: readonly string[]) => {
    for (const [index, group] of groups.entries()) add([...path, 'securityGroups', index], 'securityGroups', group);
  };
  for (const [index, { vpc }] of resources.vSwitches.entries()) add(['vSwitches', index, 'vpc'], 'vpcs', vpc);
  for (const [index, group] of resources.securityGroups.entries()) {
    const path = ['securityGroups', index];
    add([...path, 'vpc'], 'vpcs', group.vpc);
    for (const direction of ['ingress', 'egress'] as const) {
      for (const [at, rule] of group[direction].entries()) {
        add([...path, direction, at, 'group'], 'securityGroups', rule.group);
      }
    }
  }
  for (const [index, instance] of resources.instances.entries()) {
    const path = ['instances', index];
    add([...path, 'vSwitch'], 'vSwitches', instance.vSwitch);
    add([...path, 'keyPair'], 'keyPairs', instance.keyPair);
    addGroups(path, instance.securityGroups);
  }
  for (const [index, eni] of resources.networkInterfaces.entries()) {
    const path = ['networkInterfaces', index];
    add([...path, 'vSwitch'], 'vSwitches', eni.vSwitch);
    add([...path, 'instance'], 'instances', eni.instance);
    add([...path, 'trunk'], 'networkInterfaces', eni.trunk);
    addGroups(path, eni.securityGroups);
  }
  for (const [index, eip] of resources.eips.entries()) {
    add(['eips', index, 'instance'], 'instances', eip.instance);
    add(['eips', index, 'networkInterface'], 'networkInterfaces', eip.networkInterface);
  }
  return found;
}

function namesIn(resources: SeedResources): Readonly<Record<SeedKind, ReadonlySet<string>>> {
  const namesOf = (list: readonly { readonly name: string }[]) => new Set(list.map(({ name }) => name));
  return {
    vpcs: namesOf(resources.vpcs),
    vSwitches: namesOf(resources.vSwitches),
    keyPairs: namesOf(resources.keyPairs),
    securityGroups: namesOf(resources.securityGroups),
    instances: namesOf(resources.instances),
    networkInterfaces: namesOf(resources.networkInterfaces),
    eips: namesOf(resources.eips),
  };
}

function whatIsThere(kind: SeedKind, named: string, names: readonly string[]): string {
  const near = nearNames(names, named);
  const known = near.length > 0 ? near : names.slice(0, 5);
  return known.length === 0 ? `there are no ${kind} here` : `${kind} here are ${known.join(', ')}`;
}
