import { SendOutlined } from '@ant-design/icons';
import { Button, Flex, Segmented, Typography } from 'antd';
import type { ReactNode } from 'react';
import { AccountSwitcher } from '../../layout/account-switcher.tsx';
import type { Manner } from './use-sending.ts';

interface SendBarProps {
  readonly manner: Manner;
  readonly onManner: (manner: Manner) => void;
  readonly sending: boolean;
  /** Required parameters that are not filled in; the call can be sent without. */
  readonly missing: readonly string[];
}

const schemes: Manner['scheme'][] = ['V3', 'V1'];
const methods: Manner['method'][] = ['POST', 'GET'];
const formats: Manner['format'][] = ['JSON', 'XML'];

/** Who sends the call and how, and the button that does. */
export function SendBar({ manner, onManner, sending, missing }: SendBarProps): ReactNode {
  return (
    <div className="send-bar">
      {missing.length === 0 ? null : (
        <Typography.Text type="warning" className="send-missing">
          Required and not filled in: {missing.join(', ')}
        </Typography.Text>
      )}
      <Flex wrap gap="small" align="center">
        <Segmented
          aria-label="Signature"
          name="scheme"
          options={schemes}
          value={manner.scheme}
          onChange={(scheme) => onManner({ ...manner, scheme })}
        />
        <Segmented
          aria-label="Method"
          name="method"
          options={methods}
          value={manner.method}
          onChange={(method) => onManner({ ...manner, method })}
        />
        <Segmented
          aria-label="Format"
          name="format"
          options={formats}
          value={manner.format}
          onChange={(format) => onManner({ ...manner, format })}
        />
        <AccountSwitcher />
        <Button type="primary" htmlType="submit" icon={<SendOutlined />} loading={sending}>
          Send
        </Button>
      </Flex>
    </div>
  );
}
