import {
  ApartmentOutlined,
  ApiOutlined,
  BugOutlined,
  ClusterOutlined,
  ControlOutlined,
  DisconnectOutlined,
  HistoryOutlined,
} from '@ant-design/icons';
import { type ComponentType, lazy, type ReactNode } from 'react';
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
  /** Loaded when it is first looked at. */
  readonly View: ComponentType<PageProps>;
}

/** All pages, in the order of the menu; the first is where the console begins. */
export const pages: readonly [Page, ...Page[]] = [
  {
    name: 'explorer',
    title: 'OpenAPI Explorer',
    icon: <ApiOutlined />,
    View: lazy(() => import('./pages/explorer/index.tsx')),
  },
  {
    name: 'resources',
    title: 'Resources',
    icon: <ClusterOutlined />,
    View: lazy(() => import('./pages/resources/index.tsx')),
  },
  {
    name: 'topology',
    title: 'Topology',
    icon: <ApartmentOutlined />,
    View: lazy(() => import('./pages/topology/index.tsx')),
  },
  {
    name: 'requests',
    title: 'Requests',
    icon: <HistoryOutlined />,
    View: lazy(() => import('./pages/requests/index.tsx')),
  },
  {
    name: 'errors',
    title: 'Error Center',
    icon: <BugOutlined />,
    View: lazy(() => import('./pages/errors/index.tsx')),
  },
  { name: 'levers', title: 'Levers', icon: <ControlOutlined />, View: lazy(() => import('./pages/levers/index.tsx')) },
  { name: 'leaks', title: 'Leaks', icon: <DisconnectOutlined />, View: lazy(() => import('./pages/leaks/index.tsx')) },
];
