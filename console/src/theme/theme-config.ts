import { type ThemeConfig, theme } from 'antd';

const fonts = {
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', sans-serif",
  fontFamilyCode: "ui-monospace, 'SF Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace",
};

/**
 * The colours of texts are stronger than the design language's own, so that each reaches a contrast of 4.5.
 * @param still nothing moves: what opens and closes does so at once
 */
export function themeConfig({ dark, still }: { readonly dark: boolean; readonly still: boolean }): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'console' },
    components: dark ? { Menu: { itemSelectedColor: '#8cc5ff' }, Button: { primaryColor: '#06121f' } } : {},
    token: {
      ...fonts,
      motion: !still,
      borderRadius: 4,
      colorPrimary: dark ? '#5fa9ff' : '#0064c8',
      colorPrimaryHover: dark ? '#8cc5ff' : '#0056ad',
      colorPrimaryActive: dark ? '#8cc5ff' : '#004a96',
      colorLinkHover: dark ? '#8cc5ff' : '#0056ad',
      colorInfo: dark ? '#5fa9ff' : '#0064c8',
      colorLink: dark ? '#69b1ff' : '#0064c8',
      colorError: dark ? '#d9363e' : '#cf1322',
      colorSuccess: dark ? '#49aa19' : '#237804',
      colorWarning: dark ? '#d89614' : '#8f5200',
      colorTextSecondary: dark ? '#b8bcc4' : '#4e5969',
      colorTextTertiary: dark ? '#a3a8b2' : '#5c6573',
      colorTextDescription: dark ? '#a3a8b2' : '#5c6573',
      colorTextPlaceholder: dark ? '#9298a3' : '#6b7480',
    },
  };
}
