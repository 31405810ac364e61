import { App, ConfigProvider } from 'antd';
import { type ReactNode, useLayoutEffect } from 'react';
import { ControlProvider } from './api/control-context.tsx';
import { Layout } from './layout/layout.tsx';
import { SettingsProvider, useSettings } from './settings/settings-context.tsx';
import { themeConfig } from './theme/theme-config.ts';
import { useDark } from './theme/use-dark.ts';
import { useMedia } from './theme/use-media.ts';

/** The whole application. */
export function Console(): ReactNode {
  return (
    <SettingsProvider>
      <ControlProvider>
        <Themed />
      </ControlProvider>
    </SettingsProvider>
  );
}

function Themed(): ReactNode {
  const dark = useDark(useSettings().settings.theme);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  return (
    <ConfigProvider theme={themeConfig({ dark, still })}>
      <App>
        <Layout />
      </App>
    </ConfigProvider>
  );
}
