import type { ReactNode } from 'react';
import type { DescribedOperation } from '../../api/operations.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import type { Values } from '../../parameters/values.ts';

interface SamplesPanelProps {
  readonly operation: DescribedOperation;
  readonly parameters: Values;
}

/** Programs that make the call. */
export function SamplesPanel({ operation, parameters }: SamplesPanelProps): ReactNode {
  return <CodeBlock text={`${operation.action} ${JSON.stringify(parameters, undefined, 2)}`} label="Sample" />;
}
