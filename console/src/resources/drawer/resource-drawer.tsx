import { Button, Drawer, Empty, Flex, Skeleton, Tabs } from 'antd';
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
  const load = useCallback(
    async (signal: AbortSignal) => ({ row: await findOne(cloud, type, id, signal) }),
    [cloud, type, id],
  );
  const { value, error, reload } = useLoaded(load);
  useInterval(reload, refreshMs);
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
            <Tabs items={tabsOf(type, row, id, changed)} />
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

function tabsOf(type: ResourceType, row: Row, id: string, changed: () => void) {
  const { tags } = type;
  return [
    { key: 'details', label: 'Details', children: <Details row={row} /> },
    ...(type.name === 'security-groups'
      ? [{ key: 'rules', label: 'Rules', children: <SecurityGroupRules groupId={id} /> }]
      : []),
    ...(type.related.length === 0
      ? []
      : [{ key: 'related', label: 'Related', children: <RelatedResources type={type} row={row} /> }]),
    ...(tags === undefined
      ? []
      : [{ key: 'tags', label: 'Tags', children: <Tags type={type} access={tags} row={row} onDone={changed} /> }]),
    { key: 'history', label: 'History', children: <History id={id} /> },
    { key: 'json', label: 'JSON', children: <JsonViewer value={row} label={`${type.singular} ${id}`} /> },
  ];
}
