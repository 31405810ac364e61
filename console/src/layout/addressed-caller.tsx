import { Alert, App, Button, Skeleton } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { ControlError } from '../api/control.ts';
import { useControl } from '../api/control-context.tsx';
import { hrefOf, type Route } from '../router/route.ts';
import { navigate } from '../router/use-route.ts';
import { callerIn, withoutCaller } from '../settings/addressed-caller.ts';
import type { Identity, Settings } from '../settings/settings.ts';
import { useSettings } from '../settings/settings-context.tsx';
import { type FoundCaller, findCaller } from './find-caller.ts';

interface Failure {
  /** Where it is told. */
  readonly page: string;
  readonly reason: string;
  /** Who could call instead. */
  readonly instead?: FoundCaller;
}

const nobody = Promise.resolve(undefined);

/**
 * Where the address says who calls, has the header show that caller before the page is shown, and takes it out of the
 * address: from then on the header says it. Where there is no such caller, it says so and leaves the header alone.
 */
export function AddressedCaller({
  route,
  children,
}: {
  readonly route: Route;
  readonly children: ReactNode;
}): ReactNode {
  const control = useControl();
  const { settings, change } = useSettings();
  const { message } = App.useApp();
  const [failure, setFailure] = useState<Failure>();
  const isInUse = useEffectEvent(({ accessKeyId, accessKeySecret }: Identity): boolean => {
    const inUse = settings.identity;
    return inUse.accessKeyId === accessKeyId && inUse.accessKeySecret === accessKeySecret;
  });
  const isAsked = callerIn(route.query) !== undefined;

  useEffect(() => {
    const asked = callerIn(route.query);
    if (asked === undefined) return;
    const { account, accessKeyId, regionId } = asked;
    const abort = new AbortController();
    const region = regionId === undefined ? {} : { regionId };
    const finish = (changes: Partial<Settings>, failed?: Failure): void => {
      // First of all the header, lest the page call as who was there before.
      flushSync(() => {
        change(changes);
        setFailure(failed);
      });
      navigate(hrefOf(route.page, route.places, withoutCaller(route.query)), { replace: true });
    };
    const fail = (reason: string, instead?: FoundCaller): void =>
      finish(region, { page: route.page, reason, ...(instead === undefined ? {} : { instead }) });
    const found = account === undefined ? nobody : findCaller(control, { account, accessKeyId }, abort.signal);
    found.then(
      (caller) => {
        if (abort.signal.aborted) return;
        if (account === undefined) finish(region);
        else if (caller === undefined) fail(`there is no account ${account} (any more)`);
        else if (caller.isInstead) fail(`the account ${caller.account} has no key ${accessKeyId} (any more)`, caller);
        else if (isInUse(caller.identity)) finish(region);
        else {
          finish({ account: caller.account, identity: caller.identity, ...region });
          message.info(`Calls go as ${caller.identity.label} of ${caller.account} from now on`);
        }
      },
      (error: Error) => {
        // The token is asked for, and with another one this begins anew.
        if (abort.signal.aborted || (error instanceof ControlError && error.status === 401)) return;
        fail(error.message);
      },
    );
    return () => abort.abort();
  }, [control, route, change, message]);

  if (isAsked) return <Skeleton active aria-label="The page is loading" />;
  const instead = failure?.instead;
  return (
    <>
      {failure === undefined || failure.page !== route.page ? null : (
        <Alert
          type="warning"
          showIcon
          closable={{ onClose: () => setFailure(undefined) }}
          title="The header does not show whom this address is about"
          description={`Of the caller in the address: ${failure.reason}. Calls go as before.`}
          action={
            instead === undefined ? null : (
              <Button
                onClick={() => {
                  change({ account: instead.account, identity: instead.identity });
                  setFailure(undefined);
                }}
              >
                Send as {instead.identity.label} of {instead.account}
              </Button>
            )
          }
        />
      )}
      {children}
    </>
  );
}
