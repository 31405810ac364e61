import {
  ApartmentOutlined,
  ApiOutlined,
  BugOutlined,
  ClusterOutlined,
  ControlOutlined,
  DisconnectOutlined,
  HistoryOutlined,
} from '@ant-design/icons';
import type { ComponentType, ReactNode } from 'react';
import { pageCode } from './page-code.ts';
import type { Route } from './router/route.ts';

/** What every page is given: where the console is, of which the page reads places and query. */
export interface PageProps {
  readonly route: Route;
}

export interface Page {
  /** The first word of its addresses: `#/explorer`. */
  readonly name: string;
  readonly title: string;
  readonly icon: ReactNode;
  /** What shows it; the same each time, unless its code could not be loaded. */
  readonly view: () => ComponentType<PageProps>;
}

/** All pages, in the order of the menu; the first is where the console begins. */
export const pages: readonly [Page, ...Page[]] = [
  {
    name: 'explorer',
    title: 'OpenAPI Explorer',
    icon: <ApiOutlined />,
    view: pageCode(() => import('./pages/explorer/index.tsx')),
  },
  {
    name: 'resources',
    title: 'Resources',
    icon: <ClusterOutlined />,
    view: pageCode(() => import('./pages/resources/index.tsx')),
  },
  {
    name: 'topology',
    title: 'Topology',
    icon: <ApartmentOutlined />,
    view: pageCode(() => import('./pages/topology/index.tsx')),
  },
  {
    name: 'requests',
    title: 'Requests',
    icon: <HistoryOutlined />,
    view: pageCode(() => import('./pages/requests/index.tsx')),
  },
  {
    name: 'errors',
    title: 'Error Center',
    icon: <BugOutlined />,
    view: pageCode(() => import('./pages/errors/index.tsx')),
  },
  {
    name: 'levers',
    title: 'Levers',
    icon: <ControlOutlined />,
    view: pageCode(() => import('./pages/levers/index.tsx')),
  },
  {
    name: 'leaks',
    title: 'Leaks',
    icon: <DisconnectOutlined />,
    view: pageCode(() => import('./pages/leaks/index.tsx')),
  },
];
