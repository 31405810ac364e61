import { Skeleton } from 'antd';
import { type ReactNode, useCallback } from 'react';
import { useControl } from '../../api/control-context.tsx';
import type { DescribedOperation, KnownOperation } from '../../api/operations.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLoaded } from '../../hooks/use-loaded.ts';
import type { PageProps } from '../../pages.tsx';
import { hrefOf } from '../../router/route.ts';
import { navigate } from '../../router/use-route.ts';
import { Explorer } from './explorer.tsx';
import { OperationPicker } from './operation-picker.tsx';
import './explorer.css';

const start = ['Ecs', 'DescribeNetworkInterfaces'] as const;

/** Any operation of the API: a form for its parameters, the call with its signature, the answer, and programs that do it. */
export default function ExplorerPage({ route }: PageProps): ReactNode {
  const control = useControl();
  const [product = start[0], action = product === start[0] ? start[1] : ''] = route.places;
  const operations = useLoaded(
    useCallback(
      (signal: AbortSignal) =>
        control
          .get<{ operations: readonly KnownOperation[] }>('/operations', {}, signal)
          .then((answer) => answer.operations),
      [control],
    ),
  );
  const described = useLoaded(
    useCallback(
      (signal: AbortSignal) =>
        action === ''
          ? Promise.resolve(undefined)
          : control.get<DescribedOperation>(
              `/operations/${encodeURIComponent(product)}/${encodeURIComponent(action)}`,
              {},
              signal,
            ),
      [control, product, action],
    ),
  );
  const operation = described.value;
  const isCurrent = operation?.product === product && operation.action === action;
  return (
    <>
      <PageHeader
        title="OpenAPI Explorer"
        summary="Call any operation, see how it is signed, and take the program home."
      />
      <OperationPicker
        operations={operations.value ?? []}
        loading={operations.loading}
        product={product}
        action={action}
        onPick={(picked) => navigate(hrefOf('explorer', [picked.product, picked.action]))}
      />
      {operations.error === undefined ? null : <ErrorPanel error={operations.error} retry={operations.reload} />}
      {described.error !== undefined ? (
        <ErrorPanel error={described.error} retry={described.reload} />
      ) : isCurrent ? (
        <Explorer key={`${product}/${action}`} operation={operation} query={route.query} />
      ) : described.loading ? (
        <Skeleton active aria-label="The operation is loading" />
      ) : null}
    </>
  );
}
