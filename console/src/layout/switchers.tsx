import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { AccountSwitcher } from './account-switcher.tsx';
import { RegionSwitcher } from './region-switcher.tsx';
import { ThemeSwitcher } from './theme-switcher.tsx';

/** What holds for all pages: account and identity, region, theme. */
export function Switchers({ vertical = false }: { readonly vertical?: boolean }): ReactNode {
  return (
    <Flex
      vertical={vertical}
      align={vertical ? 'stretch' : 'center'}
      gap="small"
      className={vertical ? 'switchers' : ''}
    >
      <AccountSwitcher />
      <RegionSwitcher />
      <ThemeSwitcher />
    </Flex>
  );
}
