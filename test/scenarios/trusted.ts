import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { ensureCertificateAuthority } from '../../src/gateway/transport/certificates.ts';
import { startTestLocalyun, type TestLocalyun } from '../support/localyun.ts';

/** A server for programs that speak https. */
export interface TrustedLocalyun {
  readonly localyun: TestLocalyun;
  /** The authority to trust, as PEM. Undefined on PostgreSQL: there it is nowhere but in the server's memory. */
  readonly ca: string | undefined;
}

/** Whether the authority can be known, which only a data directory makes possible. */
export const authorityIsKnown = process.env.LOCALYUN_TEST_ENGINE !== 'postgresql';

/** Starts a server for the tests of a file, with a data directory of its own where the engine has one. */
export function startTrustedLocalyun(): TrustedLocalyun {
  if (!authorityIsKnown) return { localyun: startTestLocalyun(), ca: undefined };
  const directory = mkdtempSync(path.join(tmpdir(), 'localyun-trusted-'));
  const localyun = startTestLocalyun({ dataDir: directory });
  let ca: string | undefined;
  beforeAll(async () => {
    ca = readFileSync(await ensureCertificateAuthority(directory), 'utf8');
  });
  afterAll(() => rmSync(directory, { recursive: true }));
  return {
    localyun,
    get ca() {
      return ca;
    },
  };
}
