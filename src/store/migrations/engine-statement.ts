/** The engines, as statements that only one of them understands name it. */
type Engine = 'SQLite' | 'PostgreSQL';

const marker = (engine: Engine): string => `/* only on ${engine} */`;

/** Marks a statement of a migration that the other engine must not run; it has one of its own to the same effect. */
export function onlyOn(engine: Engine, statement: string): string {
  return `${marker(engine)} ${statement}`;
}

/** Whether the engine is to run a statement of a migration. */
export function runsOn(engine: Engine, statement: string): boolean {
  return !statement.startsWith(marker(engine === 'SQLite' ? 'PostgreSQL' : 'SQLite'));
}
