import { App } from 'antd';
import { useCallback, useState } from 'react';

/** A lever of the control API: pulls it, says that it is done, and keeps what went wrong. */
export interface Lever {
  readonly pull: (action: () => Promise<unknown>, done: string) => void;
  readonly pulling: boolean;
  readonly error: Error | undefined;
}

/** @param after what is to be read anew when something was done */
export function useLever(after: () => void): Lever {
  const { message } = App.useApp();
  const [pulling, setPulling] = useState(false);
  const [error, setError] = useState<Error>();
  const pull = useCallback(
    (action: () => Promise<unknown>, done: string) => {
      setPulling(true);
      setError(undefined);
      action()
        .then(
          () => {
            message.success(done);
            after();
          },
          (thrown: Error) => setError(thrown),
        )
        .finally(() => setPulling(false));
    },
    [message, after],
  );
  return { pull, pulling, error };
}
