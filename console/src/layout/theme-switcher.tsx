import { MoonOutlined, SunOutlined, SyncOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useSettings } from '../settings/settings-context.tsx';

const options = [
  { value: 'light' as const, icon: <SunOutlined aria-label="Light" />, title: 'Light' },
  { value: 'dark' as const, icon: <MoonOutlined aria-label="Dark" />, title: 'Dark' },
  { value: 'auto' as const, icon: <SyncOutlined aria-label="As the system" />, title: 'As the system' },
];

/** Light, dark, or as the system is. */
export function ThemeSwitcher(): ReactNode {
  const { settings, change } = useSettings();
  return (
    <Segmented
      aria-label="Theme"
      name="theme"
      options={options}
      value={settings.theme}
      onChange={(theme) => change({ theme })}
    />
  );
}
