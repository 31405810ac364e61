import { Alert, Tabs } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { DescribedOperation } from '../../api/operations.ts';
import { filledIn, type Values } from '../../parameters/values.ts';
import { useSettings } from '../../settings/settings-context.tsx';
import { ParametersPanel } from './parameters-panel.tsx';
import { ResponsePanel } from './response-panel.tsx';
import { SamplesPanel } from './samples-panel.tsx';
import { SendBar } from './send-bar.tsx';
import { SignaturePanel } from './signature-panel.tsx';
import { useAddressedValues } from './use-addressed-values.ts';
import { standardManner, useSending } from './use-sending.ts';

interface ExplorerProps {
  readonly operation: DescribedOperation;
  /** What the address says of the parameters, by flat names. */
  readonly query: URLSearchParams;
}

/** One operation: its parameters on one side, what comes of them on the other. */
export function Explorer({ operation, query }: ExplorerProps): ReactNode {
  const { regionId } = useSettings().settings;
  const { product, action, parameters: shape, required, implemented } = operation;
  const [values, setValues] = useAddressedValues(operation, query);
  const [manner, setManner] = useState(standardManner);
  const [tab, setTab] = useState('response');
  const parameters = useMemo(() => sentValues(values, 'RegionId' in shape, regionId), [values, shape, regionId]);
  const missing = required.filter((name) => !(name in parameters));
  const sending = useSending({ product, action, parameters }, manner);
  const results = useRef<HTMLElement>(null);
  const send = (): void => {
    setTab('response');
    // On a narrow window they are far below the button.
    results.current?.scrollIntoView({ block: 'nearest' });
    sending.send();
  };
  return (
    <form
      className="explorer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <section className="explorer-parameters" aria-label={`Parameters of ${action}`}>
        {implemented ? null : (
          <Alert
            type="warning"
            showIcon
            title="Not implemented here"
            description="The server answers InvalidAction.NotImplemented to this operation, whatever its parameters."
          />
        )}
        <ParametersPanel operation={operation} values={values} onChange={setValues} regionId={regionId} />
        <SendBar manner={manner} onManner={setManner} sending={sending.isSending} missing={missing} />
      </section>
      <section className="explorer-results" aria-label="Results" ref={results}>
        <Tabs
          activeKey={tab}
          onChange={setTab}
          items={[
            { key: 'response', label: 'Response', children: <ResponsePanel sending={sending} /> },
            {
              key: 'signature',
              label: 'Signature',
              children: <SignaturePanel sending={sending} scheme={manner.scheme} />,
            },
            {
              key: 'samples',
              label: 'Sample code',
              children: <SamplesPanel operation={operation} parameters={parameters} />,
            },
          ]}
        />
      </section>
    </form>
  );
}

/** What is filled in, and the region of the header where the operation has one and none is filled in. */
function sentValues(values: Values, hasRegion: boolean, regionId: string): Values {
  const filled = filledIn(values);
  return hasRegion && !('RegionId' in filled) ? { RegionId: regionId, ...filled } : filled;
}
