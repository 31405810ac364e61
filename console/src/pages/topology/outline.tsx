import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { StatusTag } from '../../resources/status-tag.tsx';
import { Marks } from './group-marks.tsx';
import type { Network, NetworkInterface } from './network.ts';
import { showHref, useShown } from './shown.ts';

/** The same as the picture, as lists in lists. */
export function Outline({ network }: { readonly network: Network }): ReactNode {
  return (
    <ul className="outline" aria-label="Network">
      {network.vpcs.map((vpc) => (
        <li key={vpc.id}>
          VPC <Show type="vpcs" id={vpc.id} /> {vpc.name} {vpc.cidrBlock} <StatusTag status={vpc.status} />
          <ul>
            {vpc.vSwitches.map((vSwitch) => (
              <li key={vSwitch.id}>
                vSwitch <Show type="vswitches" id={vSwitch.id} /> {vSwitch.name} {vSwitch.cidrBlock}{' '}
                <StatusTag status={vSwitch.status} />
                <ul>
                  {vSwitch.interfaces.map((one) => (
                    <li key={one.id}>
                      <InterfaceLine networkInterface={one} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
            {vpc.instances.map((instance) => (
              <li key={instance.id}>
                Instance <Show type="instances" id={instance.id} /> {instance.name}{' '}
                <StatusTag status={instance.status} />
              </li>
            ))}
          </ul>
        </li>
      ))}
      {network.idleAddresses.map(({ id, address }) => (
        <li key={id}>
          Elastic IP address <Show type="eips" id={id} /> {address}, not associated
        </li>
      ))}
    </ul>
  );
}

function InterfaceLine({ networkInterface }: { readonly networkInterface: NetworkInterface }): ReactNode {
  const { id, type, status, addresses, instanceId, groupIds, publicAddresses } = networkInterface;
  return (
    <>
      {type} interface <Show type="network-interfaces" id={id} /> {addresses.join(', ')} <StatusTag status={status} />
      <Marks groupIds={groupIds} />
      {instanceId === '' ? null : (
        <>
          {' '}
          of instance <Show type="instances" id={instanceId} />
        </>
      )}
      {publicAddresses.map((one) => (
        <span key={one.id}>
          {' '}
          public <Show type="eips" id={one.id} /> {one.address}
        </span>
      ))}
    </>
  );
}

function Show({ type, id }: { readonly type: string; readonly id: string }): ReactNode {
  return <Typography.Link href={showHref(useShown(), type, id)}>{id}</Typography.Link>;
}
