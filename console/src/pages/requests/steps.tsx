import { App, Button, Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Step } from '../../../../src/diagnosis/step.ts';
import { useControl } from '../../api/control-context.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { explorerHref } from '../../resources/explorer-href.ts';

/** What to do, in order. Calls lead to the Explorer, where they are sent; levers are pulled here. */
export function Steps({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have an order and nothing else
        <li key={index}>
          <StepView step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepView({ step }: { readonly step: Step }): ReactNode {
  switch (step.kind) {
    case 'note':
      return step.text;
    case 'call':
      return (
        <>
          <Typography.Link href={explorerHref(step.product, step.action, step.parameters)}>
            {step.action}
          </Typography.Link>{' '}
          {named(step.parameters)}
          {step.as === 'root' ? ' as root' : ''}: {step.why}
        </>
      );
    case 'wait':
      return (
        <>
          <Typography.Link href={explorerHref(step.product, step.action, step.parameters)}>
            {step.action}
          </Typography.Link>{' '}
          {named(step.parameters)} until {step.until}: {step.why}
        </>
      );
    case 'control':
      return <ControlStep step={step} />;
  }
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
