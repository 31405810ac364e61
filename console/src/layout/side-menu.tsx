import { Menu } from 'antd';
import type { ReactNode } from 'react';
import { pages } from '../pages.tsx';
import { hrefOf } from '../router/route.ts';

interface SideMenuProps {
  readonly selected: string | undefined;
  readonly onSelect: () => void;
}

/** All pages, as links. */
export function SideMenu({ selected, onSelect }: SideMenuProps): ReactNode {
  const items = pages.map(({ name, title, icon }) => ({
    key: name,
    icon,
    label: (
      <a href={hrefOf(name)} aria-current={name === selected ? 'page' : undefined}>
        {title}
      </a>
    ),
  }));
  return (
    <nav aria-label="Pages">
      <Menu mode="inline" items={items} selectedKeys={selected === undefined ? [] : [selected]} onClick={onSelect} />
    </nav>
  );
}
