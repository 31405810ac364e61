import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { buildConsoleInto } from '../../tools/build-console.ts';
import type { TestLocalyun } from '../support/localyun.ts';
import { findChromium } from './chromium.ts';
import { ConsolePage } from './console-page.ts';

/** How a page of the console is looked at. */
export interface View {
  /** The part of the address that begins with `#`. */
  readonly hash?: string;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** The account that the header shows: its root's access key. */
  readonly account?: string;
  /** Another identity of that account than its root. */
  readonly identity?: { readonly accessKeyId: string; readonly accessKeySecret: string; readonly label: string };
}

/** Chromium, shared by the tests of one file. */
export interface TestBrowser {
  /** Opens the console in a window of its own, with nothing remembered. */
  open(view?: View): Promise<ConsolePage>;
}

/** Where the sources' server looks for the console. */
const consoleFolder = fileURLToPath(new URL('../../dist/console', import.meta.url));
/** Once for all files of a worker. */
let built: Promise<void> | undefined;
/** Where pictures are put; they are for people, no test compares them. */
const pictures = process.env.LOCALYUN_SCREENSHOTS ?? path.join(tmpdir(), 'localyun-screenshots');

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Builds the console and starts a browser before the tests of a file, which are in a `describeInBrowser`. What a page
 * complains of - errors in its console, calls that fail - fails the test that opened it.
 */
export function startTestBrowser(localyun: TestLocalyun): TestBrowser {
  const profile = mkdtempSync(path.join(tmpdir(), 'localyun-browser-'));
  let browser: BrowserContext | undefined;
  const pages: ConsolePage[] = [];

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    built ??= buildConsoleInto(consoleFolder);
    await built;
    browser = await chromium.launchPersistentContext(profile, { executablePath: findChromium()!, args: flags });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      for (const page of pages)
        process.stderr.write(`${task.name} was left with ${await page.account(task.name).catch(String)}\n`);
    }
    const complaints = pages.flatMap((page) => page.complaints);
    await Promise.all(pages.splice(0).map((page) => page.close()));
    if (complaints.length > 0) throw new Error(`a page complains: ${complaints.slice(0, 5).join('\n')}`);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  return {
    async open(view = {}) {
      const { hash = '', theme = 'light', width = 1280, height = 800, account = 'localyun', identity } = view;
      const context = await browser!.browser()!.newContext({
        colorScheme: theme,
        reducedMotion: 'reduce',
        viewport: { width, height },
      });
      const remembered = JSON.stringify({ account, regionId: 'cn-hangzhou', theme: 'auto' });
      const ofTab = JSON.stringify({ account, identity });
      await context.addInitScript(`
        localStorage.getItem('localyun-console') ?? localStorage.setItem('localyun-console', ${JSON.stringify(remembered)});
        sessionStorage.getItem('localyun-console') ?? sessionStorage.setItem('localyun-console', ${JSON.stringify(ofTab)});
      `);
      // Sooner than a test's own time is over, so that it says what it waited for.
      context.setDefaultTimeout(40_000);
      const page = new ConsolePage(await context.newPage(), { pictures });
      pages.push(page);
      await page.open(`http://127.0.0.1:${localyun.port}/_localyun/${hash}`);
      return page;
    },
  };
}
