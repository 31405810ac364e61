import { UserOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSettings } from '../settings/settings-context.tsx';
import { AccountForm } from './account-form.tsx';

/** Whose key signs the calls: shows it, and opens the choice of another. */
export function AccountSwitcher(): ReactNode {
  const { account, identity } = useSettings().settings;
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        className="account-switcher"
        icon={<UserOutlined />}
        title={`${account} as ${identity.label}`}
        onClick={() => setOpen(true)}
      >
        <span className="ellipsis">
          {account} as {identity.label}
        </span>
      </Button>
      <Modal title="Who sends the calls" open={open} onCancel={close} footer={null} destroyOnHidden>
        <AccountForm onDone={close} />
      </Modal>
    </>
  );
}
