import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useControlInUse } from '../api/control-context.tsx';
import { isSendableToken } from '../api/sendable-token.ts';
import { useSettings } from '../settings/settings-context.tsx';

/** Asks for the token of the control API where the server wants one and has not got the right one. */
export function TokenPrompt(): ReactNode {
  const { isTokenWanted } = useControlInUse();
  const { settings, change } = useSettings();
  if (!isTokenWanted) return null;
  const isFirst = settings.controlToken === '';
  return (
    <Alert
      type={isFirst ? 'info' : 'error'}
      banner
      title={isFirst ? 'This server asks for its control token' : 'This is not the control token of the server'}
      description={
        <Form<{ token: string }>
          layout="inline"
          onFinish={({ token }) => change({ controlToken: token.trim() })}
          requiredMark={false}
        >
          <Form.Item
            name="token"
            label="Token"
            rules={[
              { required: true, whitespace: true, message: 'Give what --control-token says' },
              { validator: async (_, token = '') => checkSendable(token) },
            ]}
          >
            <Input.Password autoComplete="off" />
          </Form.Item>
          <Button htmlType="submit" type="primary">
            Use it
          </Button>
        </Form>
      }
    />
  );
}

/** @throws Error with what is wrong, for the form */
function checkSendable(token: string): void {
  if (!isSendableToken(token.trim())) throw new Error('It has characters that no header can carry, outside Latin-1');
}
