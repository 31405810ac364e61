import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page, Request } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The console in one window. `page` is the window itself, for all that playwright can do with it. */
export class ConsolePage {
  readonly page: Page;
  readonly #pictures: string;
  /** What the browser found wrong with the page, in its words. */
  complaints: string[] = [];
  /** What the page waits for. */
  readonly #unanswered = new Set<Request>();

  constructor(page: Page, { pictures }: { readonly pictures: string }) {
    this.page = page;
    this.#pictures = pictures;
    page.on('request', (request) => this.#unanswered.add(request));
    page.on('requestfinished', (request) => this.#unanswered.delete(request));
    page.on('requestfailed', (request) => this.#unanswered.delete(request));
    page.on('pageerror', (error) => this.complaints.push(`${error.name}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // An operation that refuses is no fault of the page that asked it.
      const isRefusal = message.text().startsWith('Failed to load resource') && isApiCall(message.location().url);
      if (!isRefusal) this.complaints.push(`${message.text()} (${message.location().url})`);
    });
  }

  /** Goes to an address and waits for the heading of its page. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Takes back complaints that a test provoked. */
  forgive(expected: RegExp): void {
    this.complaints = this.complaints.filter((complaint) => !expected.test(complaint));
  }

  /** Waits for drawers and dialogs to have come in. */
  async settled(): Promise<void> {
    await this.page.evaluate(`Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    )`);
  }

  /** By how many pixels the page is wider than its window. */
  async overflow(): Promise<number> {
    return this.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  }

  /** What is not accessible, a line each: the rule, what it asks for, and the element. */
  async barriers(): Promise<readonly string[]> {
    await this.page.evaluate(axe);
    const results = await this.page.evaluate<AxeResults>(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
    );
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.replaceAll('\n', ' ')}`),
    );
  }

  /** Takes a picture of the whole page for people to look at; its path. */
  async picture(name: string): Promise<string> {
    const file = path.join(this.#pictures, `${name}.png`);
    await this.page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
    return file;
  }

  /** For whoever reads of a failed test: what the page shows, what it waits for, and where a picture of it is. */
  async account(name: string): Promise<string> {
    const file = await this.picture(`failed ${name.replaceAll(/[^a-z0-9]+/gi, ' ')}`);
    const shown = await this.page.locator('body').ariaSnapshot();
    const waitsFor = [...this.#unanswered].map((request) => `${request.method()} ${request.url()}`);
    return `${file}\nwaiting for: ${waitsFor.join(', ') || 'nothing'}\n${shown}`;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Calls of operations go to the root of the server. */
function isApiCall(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname === '/';
}
