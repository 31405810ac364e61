import { Button, Drawer, Empty, Flex, Radio, Skeleton } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { useCloud } from '../../api/use-cloud.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { JsonViewer } from '../../components/json-viewer.tsx';
import { useInterval } from '../../hooks/use-interval.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { ActionForm } from '../action-form.tsx';
import { findOne } from '../list.ts';
import type { Action, ResourceType } from '../resource-type.ts';
import { type Row, textAt } from '../row.ts';
import { StatusTag } from '../status-tag.tsx';
import { Details } from './details.tsx';
import { History } from './history.tsx';
import { RelatedResources } from './related.tsx';
import { SecurityGroupRules } from './rules.tsx';
import { Tags } from './tags.tsx';

const refreshMs = 1_500;

interface ResourceDrawerProps {
  readonly type: ResourceType;
  readonly id: string;
  readonly onClose: () => void;
  /** Something was done to it. */
  readonly onChange: () => void;
}

/** All about one resource, and what can be done to it. */
export function ResourceDrawer({ type, id, onClose, onChange }: ResourceDrawerProps): ReactNode {
  const cloud = useCloud();
  const [action, setAction] = useState<Action>();
  const [view, setView] = useState<ViewName>('Details');
  const load = useCallback(
    async (signal: AbortSignal) => ({ row: await findOne(cloud, type, id, signal) }),
    [cloud, type, id],
  );
  const { value, error, reload, refresh } = useLoaded(load);
  useInterval(refresh, refreshMs);
  const row = value?.row;
  const changed = (): void => {
    reload();
    onChange();
  };

  return (
    <Drawer
      open
      title={
        <Flex wrap gap="small" align="center">
          <span className="drawer-title">{id}</span>
          {row === undefined || type.status === undefined ? null : <StatusTag status={textAt(row, type.status)} />}
        </Flex>
      }
      size="min(760px, 100vw)"
      onClose={onClose}
    >
      <Flex vertical gap="middle">
        {error === undefined ? null : <ErrorPanel error={error} retry={reload} />}
        {value === undefined && error === undefined ? <Skeleton active /> : null}
        {value !== undefined && row === undefined ? (
          <>
            <Empty description={`There is no ${type.singular} ${id} in this account and region (any more).`} />
            <History id={id} />
          </>
        ) : null}
        {row === undefined ? null : (
          <>
            <Flex wrap gap="small">
              {type.actions.map((one) => (
                <Button key={one.name} danger={one.danger ?? false} onClick={() => setAction(one)}>
                  {one.title}
                </Button>
              ))}
            </Flex>
            <Radio.Group
              aria-label="What is shown"
              optionType="button"
              value={view}
              onChange={(event) => setView(event.target.value)}
              options={viewsOf(type).map((name) => ({ value: name, label: name }))}
            />
            <View view={view} type={type} row={row} id={id} onDone={changed} />
          </>
        )}
      </Flex>
      {action === undefined || row === undefined ? null : (
        <ActionForm
          action={action}
          product={type.product}
          row={row}
          onClose={() => setAction(undefined)}
          onDone={changed}
        />
      )}
    </Drawer>
  );
}

type ViewName = 'Details' | 'Rules' | 'Related' | 'Tags' | 'History' | 'JSON';

function viewsOf({ name, related, tags }: ResourceType): readonly ViewName[] {
  return [
    'Details',
    ...(name === 'security-groups' ? (['Rules'] as const) : []),
    ...(related.length > 0 ? (['Related'] as const) : []),
    ...(tags === undefined ? [] : (['Tags'] as const)),
    'History',
    'JSON',
  ];
}

interface ViewProps {
  readonly view: ViewName;
  readonly type: ResourceType;
  readonly row: Row;
  readonly id: string;
  readonly onDone: () => void;
}

function View({ view, type, row, id, onDone }: ViewProps): ReactNode {
  switch (view) {
    case 'Details':
      return <Details row={row} />;
    case 'Rules':
      return <SecurityGroupRules groupId={id} />;
    case 'Related':
      return <RelatedResources type={type} row={row} />;
    case 'Tags':
      return type.tags === undefined ? null : <Tags type={type} access={type.tags} row={row} onDone={onDone} />;
    case 'History':
      return <History id={id} />;
    case 'JSON':
      return <JsonViewer value={row} label={`${type.singular} ${id}`} />;
  }
}
