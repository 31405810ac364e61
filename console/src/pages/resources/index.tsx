import { Alert, Button, Flex } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { FocusBack } from '../../hooks/focus-back.tsx';
import type { PageProps } from '../../pages.tsx';
import { ActionForm } from '../../resources/action-form.tsx';
import { ResourceDrawer } from '../../resources/drawer/resource-drawer.tsx';
import type { Action, ResourceType } from '../../resources/resource-type.ts';
import { resourceTypeOf, resourceTypes } from '../../resources/types/index.ts';
import { hrefOf } from '../../router/route.ts';
import { navigate } from '../../router/use-route.ts';
import { ResourceList } from './resource-list.tsx';

/** What each account owns: a list for each type, details of each one. The address says which. */
export default function ResourcesPage({ route }: PageProps): ReactNode {
  const [name = resourceTypes[0].name, id] = route.places;
  const type = resourceTypeOf(name);
  const [creation, setCreation] = useState<Action>();
  const [changes, setChanges] = useState(0);
  const changed = useCallback(() => setChanges((before) => before + 1), []);

  if (type === undefined) {
    return (
      <>
        <PageHeader title="Resources" summary="What the account of the header owns in its region." />
        <TypeLinks />
        <Alert type="warning" title={`There is no type of resources "${name}".`} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Resources"
        summary="What the account of the header owns in its region."
        actions={type.creations.map((one) => (
          <Button key={one.name} type="primary" onClick={() => setCreation(one)}>
            {one.title}
          </Button>
        ))}
      />
      <TypeLinks current={type} />
      <ResourceList key={type.name} type={type} query={route.query} changes={changes} onChange={changed} />
      {id === undefined ? null : (
        <FocusBack>
          <ResourceDrawer
            key={id}
            type={type}
            id={id}
            onClose={() => navigate(hrefOf('resources', [type.name], route.query))}
            onChange={changed}
          />
        </FocusBack>
      )}
      {creation === undefined ? null : (
        <ActionForm action={creation} product={type.product} onClose={() => setCreation(undefined)} onDone={changed} />
      )}
    </>
  );
}

/** The ways to the lists of all types. */
function TypeLinks({ current }: { readonly current?: ResourceType }): ReactNode {
  return (
    <Flex wrap component="nav" aria-label="Types of resources" className="resource-types">
      {resourceTypes.map((one) => (
        <Button
          key={one.name}
          href={hrefOf('resources', [one.name])}
          {...(one === current ? { type: 'primary', 'aria-current': 'page' } : { type: 'text' })}
        >
          {one.title}
        </Button>
      ))}
    </Flex>
  );
}
