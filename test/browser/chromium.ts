import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe } from 'vitest';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where a Chromium is: as `LOCALYUN_CHROMIUM` says, or on the path. */
export function findChromium(): string | undefined {
  if (process.env.LOCALYUN_CHROMIUM !== undefined) return process.env.LOCALYUN_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => existsSync(file));
}

/** A browser has many processes, and a machine that runs all tests has few to spare. */
const timeoutMs = 120_000;

/** A failure says on standard error what the page was left with, so that what comes right the second time is seen too. */
const retry = 1;

/** Tests that need a browser: left out, with a line that says so, where there is none and none is required. */
export function describeInBrowser(name: string, tests: () => void): void {
  const isThere = findChromium() !== undefined;
  const isRequired = process.env.LOCALYUN_REQUIRE_BROWSER === '1';
  if (!isThere && isRequired) throw new Error('LOCALYUN_REQUIRE_BROWSER is set, and there is no Chromium');
  if (!isThere) process.stderr.write(`skipped: ${name} in a browser, for there is no Chromium\n`);
  describe.runIf(isThere)(name, { timeout: timeoutMs, retry }, tests);
}
