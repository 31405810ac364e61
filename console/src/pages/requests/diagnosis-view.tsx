import { Alert, Card, Flex, Typography } from 'antd';
import { type ReactNode, useCallback } from 'react';
import type { ListedRequest } from '../../../../src/requests/listed-request.ts';
import { useControl } from '../../api/control-context.tsx';
import type { Diagnosis, ResourceState } from '../../api/diagnosis.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { JsonViewer } from '../../components/json-viewer.tsx';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { timeText } from '../../resources/value.tsx';
import { hrefOf } from '../../router/route.ts';
import { Steps } from './steps.tsx';

/** Why a request was refused: the rule, the state of what it had to do with, and the steps that lead out. */
export function DiagnosisView({ request }: { readonly request: ListedRequest }): ReactNode {
  const { requestId } = request;
  const control = useControl();
  const load = useCallback(
    (signal: AbortSignal) => control.get<Diagnosis>(`/requests/${encodeURIComponent(requestId)}/diagnosis`, {}, signal),
    [control, requestId],
  );
  const { value: diagnosis, error, reload } = useLoaded(load);
  if (error !== undefined) return <ErrorPanel error={error} retry={reload} />;
  if (diagnosis === undefined) return null;
  const { code, status, message, cause, wayOut, rule, state, steps } = diagnosis;
  const { kind, ...facts } = rule;
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={`${code} (${status})`}
        description={
          <Flex vertical gap="small">
            <span>{message}</span>
            <span>
              <strong>Why:</strong> {cause}
            </span>
            <span>
              <strong>Way out:</strong> {wayOut}
            </span>
            <Typography.Link href={hrefOf('errors', [code])}>All about {code}</Typography.Link>
          </Flex>
        }
      />
      {steps.length === 0 ? null : (
        <Card title="What would make it succeed" size="small">
          <Steps steps={steps} request={request} />
        </Card>
      )}
      <Card title={`The rule that refused it: ${kind}`} size="small">
        <JsonViewer value={facts} label="Rule" />
      </Card>
      {state.resources.length === 0 ? null : (
        <Card
          title={state.seen === 'refusal' ? 'The resources at that moment' : 'The resources as they are now'}
          extra={timeText(state.at)}
          size="small"
        >
          <Flex vertical gap="small">
            {state.resources.map((one) => (
              <Resource key={one.id} resource={one} />
            ))}
          </Flex>
        </Card>
      )}
    </>
  );
}

function Resource({ resource }: { readonly resource: ResourceState }): ReactNode {
  const { type, id, missing, members, pending, related } = resource;
  if (missing) {
    return (
      <span>
        There is no {type} {id}, in no account and no region.
      </span>
    );
  }
  const shown = { ...members, ...(pending === undefined ? {} : { pending }), ...related };
  return (
    <section aria-label={id}>
      <strong>
        {type} {id}
      </strong>
      <JsonViewer value={shown} label={id} openLevels={1} />
    </section>
  );
}
