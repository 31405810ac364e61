import { Layout as AntLayout, Drawer } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useNarrow } from '../hooks/use-narrow.ts';
import { pages } from '../pages.tsx';
import { useRoute } from '../router/use-route.ts';
import { AddressedCaller } from './addressed-caller.tsx';
import { Header } from './header.tsx';
import { PageView } from './page-view.tsx';
import { SideMenu } from './side-menu.tsx';
import { Switchers } from './switchers.tsx';
import { TokenPrompt } from './token-prompt.tsx';

/** Header, side menu and the page that the address names. On a narrow window the menu comes in from the side. */
export function Layout(): ReactNode {
  const route = useRoute();
  const narrow = useNarrow();
  const [menuOpen, setMenuOpen] = useState(false);
  const page = route.page === '' ? pages[0] : pages.find(({ name }) => name === route.page);
  useEffect(() => {
    document.title = page === undefined ? 'Localyun' : `${page.title} - Localyun`;
  }, [page]);

  const menu = <SideMenu selected={page?.name} onSelect={() => setMenuOpen(false)} />;
  return (
    <AntLayout className="console">
      <button type="button" className="skip-link" onClick={() => document.getElementById('content')?.focus()}>
        Skip to the content
      </button>
      <Header narrow={narrow} onMenu={() => setMenuOpen(true)} />
      <AntLayout>
        {narrow ? (
          <Drawer title="Localyun" placement="left" size={300} open={menuOpen} onClose={() => setMenuOpen(false)}>
            <Switchers vertical />
            {menu}
          </Drawer>
        ) : (
          <AntLayout.Sider width={208} theme="light" className="console-sider">
            {menu}
          </AntLayout.Sider>
        )}
        <AntLayout.Content id="content" tabIndex={-1} className="console-content">
          <TokenPrompt />
          <AddressedCaller route={route}>
            <PageView page={page} route={route} />
          </AddressedCaller>
        </AntLayout.Content>
      </AntLayout>
    </AntLayout>
  );
}
