import { type Finding, messageOf, ok, problem } from './finding.ts';

/** The oldest Node that this package runs on. */
export const oldestNode = '20.19';

/** Node itself, and the one module that is compiled for it. */
export async function checkRuntime(): Promise<readonly Finding[]> {
  return [checkNode(process.versions.node), await checkNativeModule()];
}

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  const isNewEnough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  if (isNewEnough) return ok('node', `Node ${version}`);
  return problem('node', `Node ${version} is older than ${oldestNode}`, 'install a newer Node');
}

async function checkNativeModule(): Promise<Finding> {
  try {
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(':memory:');
    const row: unknown = database.prepare('SELECT sqlite_version() AS version').get();
    database.close();
    return ok('sqlite', `SQLite ${row !== null && typeof row === 'object' && 'version' in row ? row.version : ''}`);
  } catch (error) {
    return problem(
      'sqlite',
      `better-sqlite3 cannot be loaded: ${messageOf(error)}`,
      'npm rebuild better-sqlite3, or install the package anew with this Node',
    );
  }
}
