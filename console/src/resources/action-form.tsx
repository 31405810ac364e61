import { Alert, App, Button, Flex, Form, Modal, Typography } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { ProductName } from '../../../src/contracts/contract.ts';
import { useCloud } from '../api/use-cloud.ts';
import { ErrorPanel } from '../components/error-panel.tsx';
import { JsonViewer } from '../components/json-viewer.tsx';
import { explorerHref } from './explorer-href.ts';
import { FieldInput } from './field-input.tsx';
import { type FormValues, formParameters, initialValues } from './form-values.ts';
import type { Action } from './resource-type.ts';
import type { Row } from './row.ts';

interface ActionFormProps {
  readonly action: Action;
  /** Of the type; an action may belong to another one. */
  readonly product: ProductName;
  /** What it is done to; undefined when something is made. */
  readonly row?: Row;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks for what an action needs, calls its operation, and shows what came back. */
export function ActionForm({ action, product, row, onClose, onDone }: ActionFormProps): ReactNode {
  const { message } = App.useApp();
  const cloud = useCloud();
  const [form] = Form.useForm<FormValues>();
  const [error, setError] = useState<Error>();
  const [answer, setAnswer] = useState<Row>();
  const [sending, setSending] = useState(false);
  // Closed before it goes away, for only then the focus returns to where it was.
  const [open, setOpen] = useState(true);
  const formId = useId();
  const { operation, title, danger = false, fields = [], parameters } = action;
  const ofProduct = action.product ?? product;
  // As the row was when the form came up: it is read anew meanwhile.
  const [initial] = useState(() => initialValues(fields, row));
  const asked = (values: FormValues) => ({
    ...(row === undefined ? {} : parameters?.(row)),
    ...formParameters(fields, values, initial),
  });
  const filledIn = Form.useWatch<FormValues>([], { form, preserve: true }) ?? initial;
  const close = (): void => setOpen(false);

  async function send(): Promise<void> {
    setSending(true);
    setError(undefined);
    try {
      const body = await cloud.call<Row>(ofProduct, operation, asked(form.getFieldsValue()));
      message.success(`${operation} succeeded`);
      onDone();
      // What is told only once must be seen.
      if ('AccessKey' in body || 'PrivateKeyBody' in body) setAnswer(body);
      else close();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
    setSending(false);
  }

  const buttons = (
    <Flex wrap gap="small" justify="end">
      <Button href={explorerHref(ofProduct, operation, asked(filledIn))}>Open in Explorer</Button>
      <Button onClick={close}>{answer === undefined ? 'Cancel' : 'Close'}</Button>
      {answer === undefined ? (
        <Button type="primary" danger={danger} loading={sending} htmlType="submit" form={formId}>
          {title}
        </Button>
      ) : null}
    </Flex>
  );
  return (
    <Modal open={open} title={title} onCancel={close} afterClose={onClose} footer={buttons} destroyOnHidden>
      <Flex vertical gap="middle">
        {danger ? <Alert type="warning" title={`${operation} cannot be undone.`} /> : null}
        {error === undefined ? null : <ErrorPanel error={error} />}
        {answer === undefined ? (
          <Form id={formId} form={form} layout="vertical" initialValues={initial} onFinish={() => void send()}>
            {fields.length === 0 ? <Typography.Text>Calls {operation} for this one.</Typography.Text> : null}
            {fields.map((field) => (
              <Form.Item
                key={field.parameter}
                name={[field.parameter]}
                label={field.label}
                extra={field.hint}
                required={field.required ?? false}
              >
                <FieldInput field={field} product={ofProduct} operation={operation} />
              </Form.Item>
            ))}
          </Form>
        ) : (
          <JsonViewer value={answer} label={`Answer of ${operation}`} />
        )}
      </Flex>
    </Modal>
  );
}
