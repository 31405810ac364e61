import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { startTestBrowser } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

const widths = [1280, 400];
const themes = ['light', 'dark'] as const;

describeInBrowser('the shell of the console', () => {
  const localyun = startTestLocalyun();
  const browser = startTestBrowser(localyun);

  it.each(widths.flatMap((width) => themes.map((theme) => ({ width, theme }))))(
    'fits into $width pixels and is accessible in $theme',
    async ({ width, theme }) => {
      const console = await browser.open({ width, theme });
      await console.picture(`shell-${width}-${theme}`);
      expect(await console.overflow()).toBe(0);
      expect(await console.barriers()).toEqual([]);
    },
  );
});
