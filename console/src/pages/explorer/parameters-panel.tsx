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

/** What is written as JSON, and the last good values that came of it. */
interface Written {
  readonly text: string;
  readonly values: Values;
}

/** The parameters, as a form or as JSON. */
export function ParametersPanel({ operation, values, onChange, regionId }: ParametersPanelProps): ReactNode {
  const [isRaw, setRaw] = useState(false);
  const [written, setWritten] = useState<Written>();
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
          onChange={(way) => {
            setWritten(undefined);
            setRaw(way === 'JSON');
          }}
        />
      </div>
      {isRaw ? (
        <RawEditor
          // Values that came of nothing written here, as of another address, are shown instead of it.
          text={written?.values === values ? written.text : JSON.stringify(filledIn(values), undefined, 2)}
          onText={(text) => {
            const next = read(text) ?? values;
            setWritten({ text, values: next });
            if (next !== values) onChange(next);
          }}
        />
      ) : (
        <ParameterForm operation={operation} values={values} onChange={onChange} regionId={regionId} />
      )}
    </>
  );
}

interface RawEditorProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Parameters that the contract has not can be given here, and empty texts, which the form leaves out. */
function RawEditor({ text, onText }: RawEditorProps): ReactNode {
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
        onChange={({ target }) => onText(target.value)}
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
