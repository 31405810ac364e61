import { App, Button, Flex, Input, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useCloud } from '../../api/use-cloud.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import type { ResourceType, TagAccess } from '../resource-type.ts';
import { type Row, rowsAt, textAt } from '../row.ts';

interface TagsProps {
  readonly type: ResourceType;
  readonly access: TagAccess;
  readonly row: Row;
  readonly onDone: () => void;
}

/** The tags of a resource; they can be added and taken away. */
export function Tags({ type, access, row, onDone }: TagsProps): ReactNode {
  const cloud = useCloud();
  const { message } = App.useApp();
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [error, setError] = useState<Error>();
  const resource = { ResourceType: access.resourceType, ResourceId: [textAt(row, type.id)] };

  function change(action: string, parameters: object, done: string): void {
    setError(undefined);
    cloud.call(type.product, action, { ...resource, ...parameters }).then(
      () => {
        message.success(done);
        onDone();
      },
      (thrown: Error) => setError(thrown),
    );
  }

  const tags = rowsAt(row, 'Tags.Tag').map((tag) => ({
    key: textAt(tag, access.key),
    value: textAt(tag, access.value),
  }));
  return (
    <Flex vertical gap="middle">
      {error === undefined ? null : <ErrorPanel error={error} />}
      <Flex wrap gap="small">
        {tags.length === 0 ? <span>No tags.</span> : null}
        {tags.map((tag) => (
          <Tag
            key={tag.key}
            closable
            onClose={(event) => {
              event.preventDefault();
              change(
                type.product === 'Vpc' ? 'UnTagResources' : 'UntagResources',
                { TagKey: [tag.key] },
                'Tag removed',
              );
            }}
          >
            {tag.key} = {tag.value}
          </Tag>
        ))}
      </Flex>
      <Flex wrap gap="small">
        <Input
          className="tag-input"
          aria-label="Tag key"
          placeholder="Key"
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
        <Input
          className="tag-input"
          aria-label="Tag value"
          placeholder="Value"
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <Button onClick={() => change('TagResources', { Tag: [{ Key: key, Value: value }] }, 'Tag added')}>
          Add tag
        </Button>
      </Flex>
    </Flex>
  );
}
