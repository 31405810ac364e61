import { defineConfig } from 'vitest/config';

const include = ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts', 'console/src/**/*.test.ts'];
/** Tests that never touch the state, or only its files, say the same on every engine and run once. */
const engineFree = [
  'tools/**',
  'test/tidy.test.ts',
  'test/simulation/**',
  'test/command-line/**',
  'test/library/**',
  'test/damage/**',
  'test/packaging/**',
  'test/quickstart.test.ts',
  'test/tutorial.test.ts',
  'test/client-pages.test.ts',
  'src/contracts/**',
  'src/testing/**',
  'src/gateway/protocol/**',
  'src/gateway/transport/**',
  'console/**',
  'test/browser/**',
];

/** Files share a worker's modules, which hold no state of a test: loading them anew for each file took most of the time. */
const common = {
  include,
  testTimeout: 30_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  maxWorkers: 2,
  isolate: false,
};

if (process.env.LOCALYUN_TEST_DATABASE_URL === undefined) {
  process.stderr.write(
    'skipped: the suite on PostgreSQL and the tests of several servers, for LOCALYUN_TEST_DATABASE_URL does not say where one is\n',
  );
}

/** The whole suite runs on SQLite, and on PostgreSQL too where LOCALYUN_TEST_DATABASE_URL says where one is. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...common, name: 'sqlite', env: { LOCALYUN_TEST_ENGINE: 'sqlite' } } },
      ...(process.env.LOCALYUN_TEST_DATABASE_URL === undefined
        ? []
        : [
            {
              test: {
                ...common,
                name: 'postgresql',
                exclude: ['**/node_modules/**', ...engineFree],
                env: { LOCALYUN_TEST_ENGINE: 'postgresql' },
              },
            },
          ]),
    ],
  },
});
