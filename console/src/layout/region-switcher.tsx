import { Select } from 'antd';
import type { ReactNode } from 'react';
import { regions } from '../../../src/operation/regions.ts';
import { useSettings } from '../settings/settings-context.tsx';

const options = regions.map(({ regionId, localName }) => ({ value: regionId, label: regionId, title: localName }));

/** The region that calls are made for. */
export function RegionSwitcher(): ReactNode {
  const { settings, change } = useSettings();
  return (
    <Select
      aria-label="Region"
      className="region-switcher"
      showSearch={{ optionFilterProp: ['value', 'title'] }}
      options={options}
      optionRender={({ data }) => `${data.label} - ${data.title}`}
      popupMatchSelectWidth={300}
      value={settings.regionId}
      onChange={(regionId) => change({ regionId })}
    />
  );
}
