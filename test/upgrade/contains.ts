/**
 * Where an answer differs from one that an older build gave: `path: older, today`. Fields that are new are no
 * difference; items of a list, and their order, are.
 */
export function differences(older: unknown, today: unknown, path = ''): readonly string[] {
  if (Array.isArray(older)) {
    if (!Array.isArray(today) || today.length !== older.length) return [difference(older, today, path)];
    return older.flatMap((item, index) => differences(item, today[index], `${path}[${index}]`));
  }
  if (typeof older === 'object' && older !== null) {
    if (typeof today !== 'object' || today === null) return [difference(older, today, path)];
    const fields = today as Readonly<Record<string, unknown>>;
    return Object.entries(older).flatMap(([name, value]) => differences(value, fields[name], `${path}.${name}`));
  }
  return older === today ? [] : [difference(older, today, path)];
}

const difference = (older: unknown, today: unknown, path: string) =>
  `${path}: ${JSON.stringify(older)}, ${JSON.stringify(today)}`;
