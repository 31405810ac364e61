import { maskedDatabaseUrl } from '../../store/database-url.ts';
import { type Finding, messageOf, ok, problem } from './finding.ts';

const check = 'database';

/** Whether PostgreSQL is there, which one, and whether the user may do what a server does. */
export async function checkDatabase(url: string): Promise<Finding> {
  const { inspectPostgres } = await import('../../store/inspect-postgres.ts');
  try {
    const { serverVersion, user, schema, lacking, stateVersion, isNewer } = await inspectPostgres(url);
    const what = `PostgreSQL ${serverVersion}, schema ${schema}`;
    if (lacking.length > 0) {
      return problem(
        check,
        `${what}: user ${user} lacks ${lacking.join(', and ')}`,
        'let the owner of the database grant it',
      );
    }
    if (isNewer) {
      return problem(
        check,
        `${what}: the state was written by a newer Localyun (schema version ${stateVersion})`,
        'use that version, or another database or ?schema=',
      );
    }
    return ok(check, stateVersion === 0 ? `${what}, no state yet` : `${what}, schema version ${stateVersion}`);
  } catch (error) {
    return problem(
      check,
      `${maskedDatabaseUrl(url)}: ${messageOf(error)}`,
      'correct --database-url, or start PostgreSQL',
    );
  }
}
