import { AutoComplete, Button, Flex, Form, Input, Segmented, Select, Typography } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { type AccountSummary, identityOf, type ListedAccessKey } from '../api/accounts.ts';
import { useControl } from '../api/control-context.tsx';
import { useLoaded } from '../hooks/use-loaded.ts';
import { type Identity, isAccountName, rootOf } from '../settings/settings.ts';
import { useSettings } from '../settings/settings-context.tsx';

interface AccountFields {
  readonly account: string;
  readonly way: 'known' | 'pasted';
  readonly accessKeyId?: string;
  readonly pastedId?: string;
  readonly pastedSecret?: string;
  readonly pastedToken?: string;
}

/** Chooses an account, and in it a key that is there or one that is pasted. */
export function AccountForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { settings, change } = useSettings();
  const [form] = Form.useForm<AccountFields>();
  const [account, setAccount] = useState(settings.account);
  const way = Form.useWatch('way', form) ?? 'known';
  const accounts = useAccounts();
  const keys = useAccessKeys(account, accounts);

  const finish = (fields: AccountFields): void => {
    change({ account: fields.account, identity: chosen(fields, keys) });
    onDone();
  };
  const initial: AccountFields = { account, way: 'known', accessKeyId: settings.identity.accessKeyId };
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={finish} requiredMark={false}>
      <Form.Item
        name="account"
        label="Account"
        extra="localyun, or localyun-NAME: an account comes into being when its key is first used."
        rules={[{ validator: async (_, name: string) => checkAccount(name, accounts) }]}
      >
        <AutoComplete
          options={accounts.map(({ accessKeyId, id }) => ({ value: accessKeyId, label: `${accessKeyId} (${id})` }))}
          onChange={(name: string) => {
            setAccount(name);
            form.setFieldValue('accessKeyId', name);
          }}
        />
      </Form.Item>
      <Form.Item name="way" label="Access key">
        <Segmented
          options={[
            { value: 'known', label: 'Of the account' },
            { value: 'pasted', label: 'Paste one' },
          ]}
        />
      </Form.Item>
      {way === 'known' ? (
        <Form.Item name="accessKeyId" label="Identity" extra="Users with an access key, and sessions of roles.">
          <Select options={keyOptions(account, keys)} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
      ) : (
        <>
          <Form.Item name="pastedId" label="Access key id" rules={[{ required: true, message: 'Paste the id' }]}>
            <Input autoComplete="off" spellCheck={false} />
          </Form.Item>
          <Form.Item name="pastedSecret" label="Secret" rules={[{ required: true, message: 'Paste the secret' }]}>
            <Input.Password autoComplete="off" />
          </Form.Item>
          <Form.Item name="pastedToken" label="Security token" extra="Of temporary keys only.">
            <Input.TextArea autoSize spellCheck={false} />
          </Form.Item>
        </>
      )}
      <Flex justify="space-between" align="center" gap="small" wrap>
        <Typography.Text type="secondary">Keys are kept in this tab only.</Typography.Text>
        <Button type="primary" htmlType="submit">
          Use it
        </Button>
      </Flex>
    </Form>
  );
}

function useAccounts(): readonly AccountSummary[] {
  const control = useControl();
  const load = useCallback(
    (signal: AbortSignal) => control.get<{ accounts: readonly AccountSummary[] }>('/accounts', {}, signal),
    [control],
  );
  return useLoaded(load).value?.accounts ?? [];
}

/** Those of an account that is there; to ask for another would make it. */
function useAccessKeys(account: string, accounts: readonly AccountSummary[]): readonly ListedAccessKey[] {
  const control = useControl();
  const isThere = accounts.some(({ accessKeyId }) => accessKeyId === account);
  const load = useCallback(
    async (signal: AbortSignal) =>
      isThere
        ? control.get<{ accessKeys: readonly ListedAccessKey[] }>('/access-keys', { account }, signal)
        : { accessKeys: [] },
    [control, account, isThere],
  );
  return useLoaded(load).value?.accessKeys ?? [];
}

function keyOptions(account: string, keys: readonly ListedAccessKey[]) {
  const root = { value: account, label: `root (${account})` };
  const others = keys.filter(({ accessKeyId }) => accessKeyId !== account);
  return [
    root,
    ...others.map((key) => ({
      value: key.accessKeyId,
      label: `${identityOf(key).label} (${key.accessKeyId}${key.active ? '' : ', inactive'})`,
    })),
  ];
}

function chosen(fields: AccountFields, keys: readonly ListedAccessKey[]): Identity {
  const { account, way, accessKeyId, pastedId = '', pastedSecret = '', pastedToken = '' } = fields;
  if (way === 'pasted') {
    const token = pastedToken.trim();
    return {
      accessKeyId: pastedId.trim(),
      accessKeySecret: pastedSecret.trim(),
      ...(token === '' ? {} : { securityToken: token }),
      label: `key ${pastedId.trim()}`,
    };
  }
  const key = keys.find((listed) => listed.accessKeyId === accessKeyId);
  return key === undefined ? rootOf(account) : identityOf(key);
}

function checkAccount(name: string, accounts: readonly AccountSummary[]): void {
  if (isAccountName(name) || accounts.some(({ accessKeyId }) => accessKeyId === name)) return;
  throw new Error('The name is localyun, or localyun- and up to 64 letters, digits, dots, dashes or underscores.');
}
