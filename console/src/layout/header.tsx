import { MenuOutlined } from '@ant-design/icons';
import { Button, Flex, Layout } from 'antd';
import type { ReactNode } from 'react';
import { hrefOf } from '../router/route.ts';
import { ServerHealth } from './server-health.tsx';
import { Switchers } from './switchers.tsx';

interface HeaderProps {
  readonly narrow: boolean;
  readonly onMenu: () => void;
}

/** The name, who calls and where, and how the server is. */
export function Header({ narrow, onMenu }: HeaderProps): ReactNode {
  return (
    <Layout.Header className="console-header">
      <Flex align="center" gap="small">
        {narrow ? <Button type="text" icon={<MenuOutlined />} aria-label="Menu" onClick={onMenu} /> : null}
        <a className="console-name" href={hrefOf('')}>
          Localyun
        </a>
        <ServerHealth />
      </Flex>
      {narrow ? null : <Switchers />}
    </Layout.Header>
  );
}
