import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { ensureCertificateAuthority } from '../../src/gateway/transport/certificates.ts';
import { startTestLocalyun, type TestLocalyun } from '../support/localyun.ts';

/** A server for programs that speak https. */
export interface TrustedLocalyun {
  readonly localyun: TestLocalyun;
  /** The authority to trust, as PEM; undefined until the server is started. */
  readonly ca: string | undefined;
}

/** Starts a server for the tests of a file, whose authority is in a directory of its own. */
export function startTrustedLocalyun(): TrustedLocalyun {
  const certificateDir = mkdtempSync(path.join(tmpdir(), 'localyun-trusted-'));
  const localyun = startTestLocalyun({ certificateDir });
  let ca: string | undefined;
  beforeAll(async () => {
    ca = readFileSync(await ensureCertificateAuthority(certificateDir), 'utf8');
  });
  afterAll(() => rmSync(certificateDir, { recursive: true }));
  return {
    localyun,
    get ca() {
      return ca;
    },
  };
}
