/**
 * Fetches and builds what the tests of other languages' SDKs need, so that they only have to use it.
 *
 *   npx tsx tools/prepare-clients.ts
 *
 * Says what is missing; that is a failure where LOCALYUN_REQUIRE_CLIENTS is 1.
 */
import { prepareAll } from '../test/clients/toolchains/toolchains.ts';

const startedAt = performance.now();
for (const preparation of await prepareAll()) {
  const isReady = 'programs' in preparation;
  console.log(`${preparation.language}: ${isReady ? 'ready' : `missing: ${preparation.missing}`}`);
  if (!isReady && process.env.LOCALYUN_REQUIRE_CLIENTS === '1') process.exitCode = 1;
}
console.log(`prepared the clients in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
