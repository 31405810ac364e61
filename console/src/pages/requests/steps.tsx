import { App, Button, Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Step } from '../../../../src/diagnosis/step.ts';
import type { ListedRequest } from '../../../../src/requests/listed-request.ts';
import { useControl } from '../../api/control-context.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { explorerHref } from '../../resources/explorer-href.ts';
import type { AddressedCaller } from '../../settings/addressed-caller.ts';
import { rootOfSender, senderOf } from './sender.ts';

interface StepsProps {
  readonly steps: readonly Step[];
  /** The one that they lead out for. */
  readonly request: ListedRequest;
}

/** What to do, in order. Calls lead to the Explorer, where their caller sends them; levers are pulled here. */
export function Steps({ steps, request }: StepsProps): ReactNode {
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have an order and nothing else
        <li key={index}>
          <StepView step={step} request={request} />
        </li>
      ))}
    </ol>
  );
}

function StepView({ step, request }: { readonly step: Step; readonly request: ListedRequest }): ReactNode {
  switch (step.kind) {
    case 'note':
      return step.text;
    case 'call':
      return (
        <>
          <CallLink step={step} sender={step.as === 'root' ? rootOfSender(request) : senderOf(request)} />{' '}
          {named(step.parameters)}
          {step.as === 'root' ? ' as root' : ''}: {step.why}
        </>
      );
    case 'wait':
      return (
        <>
          <CallLink step={step} sender={senderOf(request)} /> {named(step.parameters)} until {step.until}: {step.why}
        </>
      );
    case 'control':
      return <ControlStep step={step} />;
  }
}

interface CallLinkProps {
  readonly step: Extract<Step, { kind: 'call' | 'wait' }>;
  readonly sender: AddressedCaller;
}

function CallLink({ step: { product, action, parameters }, sender }: CallLinkProps): ReactNode {
  return <Typography.Link href={explorerHref(product, action, parameters, sender)}>{action}</Typography.Link>;
}

function ControlStep({ step }: { readonly step: Extract<Step, { kind: 'control' }> }): ReactNode {
  const control = useControl();
  const { message } = App.useApp();
  const [error, setError] = useState<Error>();
  const { method, path, body, why } = step;

  function pull(): void {
    setError(undefined);
    const options = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    control.open(path, options).then(
      () => message.success('Done'),
      (thrown: Error) => setError(thrown),
    );
  }
  return (
    <>
      <Typography.Text code>
        {method} /_localyun{path} {JSON.stringify(body)}
      </Typography.Text>{' '}
      <Button size="small" onClick={pull}>
        Do it
      </Button>{' '}
      {why}
      {error === undefined ? null : <ErrorPanel error={error} />}
    </>
  );
}

function named(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
