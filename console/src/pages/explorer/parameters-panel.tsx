import { Alert, Input, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DescribedOperation } from '../../api/operations.ts';
import { ParameterForm } from '../../parameters/parameter-form.tsx';
import { filledIn, type Values, valuesOf } from '../../parameters/values.ts';

interface ParametersPanelProps {
  readonly operation: DescribedOperation;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly regionId: string;
}

/** The parameters, as a form or as JSON. */
export function ParametersPanel({ operation, values, onChange, regionId }: ParametersPanelProps): ReactNode {
  const [raw, setRaw] = useState<string>();
  const isRaw = raw !== undefined;
  return (
    <>
      <div className="panel-bar">
        <h2 className="panel-title">Parameters</h2>
        <Segmented
          size="small"
          aria-label="How the parameters are edited"
          name="parameters-editor"
          options={['Form', 'JSON']}
          value={isRaw ? 'JSON' : 'Form'}
          onChange={(way) => setRaw(way === 'JSON' ? JSON.stringify(filledIn(values), undefined, 2) : undefined)}
        />
      </div>
      {isRaw ? (
        <RawEditor text={raw} onText={setRaw} onChange={onChange} />
      ) : (
        <ParameterForm operation={operation} values={values} onChange={onChange} regionId={regionId} />
      )}
    </>
  );
}

interface RawEditorProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChange: (values: Values) => void;
}

/** Parameters that the contract has not can be given here, and empty texts, which the form leaves out. */
function RawEditor({ text, onText, onChange }: RawEditorProps): ReactNode {
  const problem = problemOf(text);
  return (
    <>
      <Input.TextArea
        aria-label="Parameters as JSON"
        className="raw-editor"
        autoSize={{ minRows: 8, maxRows: 30 }}
        spellCheck={false}
        status={problem === undefined ? '' : 'error'}
        value={text}
        onChange={({ target }) => {
          onText(target.value);
          const values = read(target.value);
          if (values !== undefined) onChange(values);
        }}
      />
      {problem === undefined ? null : <Alert type="error" title={`${problem} The last good ones are sent.`} />}
    </>
  );
}

function read(text: string): Values | undefined {
  try {
    return valuesOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function problemOf(text: string): string | undefined {
  try {
    return valuesOf(JSON.parse(text)) === undefined ? 'These are no parameters: they are a JSON object.' : undefined;
  } catch (error) {
    return `This is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
