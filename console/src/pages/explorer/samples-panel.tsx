import { Alert, Empty, Flex, Segmented } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { DescribedOperation } from '../../api/operations.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import type { Values } from '../../parameters/values.ts';
import { sampleLanguages } from '../../samples/index.ts';
import type { Target } from '../../samples/sample.ts';
import { useSettings } from '../../settings/settings-context.tsx';

interface SamplesPanelProps {
  readonly operation: DescribedOperation;
  readonly parameters: Values;
}

/** Programs that make the call, with the parameters, the server and the key filled in. */
export function SamplesPanel({ operation, parameters }: SamplesPanelProps): ReactNode {
  const { identity, regionId } = useSettings().settings;
  const [name, setName] = useState(sampleLanguages[0].name);
  const language = sampleLanguages.find((one) => one.name === name) ?? sampleLanguages[0];
  const sample = useMemo(
    () => language.write({ operation, parameters, target: targetOf(identity, regionId) }),
    [language, operation, parameters, identity, regionId],
  );
  return (
    <Flex vertical gap="middle">
      <div className="language-choice">
        <Segmented
          aria-label="Language"
          name="sample-language"
          options={sampleLanguages.map((one) => one.name)}
          value={name}
          onChange={setName}
        />
      </div>
      {sample === undefined ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={`The provider has no resource that ${operation.action} makes.`}
        />
      ) : (
        <>
          <Alert type="info" title="The secret of the key is part of the text." />
          <section aria-label="How it is run">
            <h3 className="panel-subtitle">Run</h3>
            <CodeBlock text={sample.run} language="bash" label="How it is run" />
          </section>
          <section aria-label="Program">
            <h3 className="panel-subtitle">Program</h3>
            <CodeBlock text={sample.text} language={language.highlight} label={`${language.name} program`} />
          </section>
        </>
      )}
    </Flex>
  );
}

/** The server that the console came from. */
function targetOf(key: Target['key'], regionId: string): Target {
  const { host, protocol } = window.location;
  return { endpoint: host, protocol: protocol === 'https:' ? 'https' : 'http', regionId, key };
}
