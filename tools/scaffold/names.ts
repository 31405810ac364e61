/** Names that would come apart in the wrong places. */
const irregular: readonly (readonly [RegExp, string])[] = [
  [/QoS/g, 'Qos'],
  [/IPv(\d)/g, 'Ipv$1'],
];

/** `CreateVSwitch` as a file is named: `create-v-switch`. */
export function kebabCase(action: string): string {
  return irregular
    .reduce((name, [pattern, replacement]) => name.replace(pattern, replacement), action)
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** `CreateVSwitch` as a value is named: `createVSwitch`. */
export function camelCase(action: string): string {
  return `${action[0]?.toLowerCase()}${action.slice(1)}`;
}

/** The names most like a wanted one, best first; none that share little with it. */
export function similarNames(wanted: string, names: readonly string[], count = 5): readonly string[] {
  const pairs = pairsOf(wanted);
  return names
    .map((name) => ({ name, likeness: likeness(pairs, pairsOf(name)) }))
    .filter((one) => one.likeness > 0.5)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ name }) => name);
}

/** Dice's coefficient: the share of neighbouring letters that both have. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

function pairsOf(name: string): ReadonlySet<string> {
  const text = name.toLowerCase();
  return new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2)));
}
