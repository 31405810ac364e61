import { Button, Flex, Input } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { useControl } from '../../api/control-context.tsx';
import { numberOrText } from '../../api/number-or-text.ts';
import { timeText } from '../../resources/value.tsx';
import { LeverCard } from './lever-card.tsx';
import { useLever, useLeverState } from './use-lever.ts';

interface Clock {
  readonly now: string;
  readonly transitions: string;
  readonly frozen: boolean;
}

const refreshMs = 1_000;

/** The time of the modelled world: delayed changes wait for it. */
export function ClockCard(): ReactNode {
  const control = useControl();
  const [milliseconds, setMilliseconds] = useState('1000');
  const load = useCallback((signal: AbortSignal) => control.get<Clock>('/clock', {}, signal), [control]);
  const { value: clock, error } = useLeverState(load, refreshMs);
  const { pull, pulling, error: refusal } = useLever();
  const isManual = clock?.transitions === 'manual';
  return (
    <LeverCard
      title="Clock"
      summary="Attaching, detaching, deleting... are over when this clock says so."
      errors={[error, refusal]}
    >
      <Flex wrap gap="small" align="center">
        <strong>{clock === undefined ? '' : timeText(clock.now)}</strong>
        <span>
          profile {clock?.transitions}
          {clock?.frozen === true ? ', frozen' : ''}
        </span>
      </Flex>
      <Flex wrap gap="small" align="end">
        {clock?.frozen === true && !isManual ? (
          <Button loading={pulling} onClick={() => pull(() => control.post('/clock/resume'), 'Time goes on')}>
            Resume
          </Button>
        ) : (
          <Button loading={pulling} onClick={() => pull(() => control.post('/clock/freeze'), 'Time stands still')}>
            Freeze
          </Button>
        )}
        <Button
          loading={pulling}
          onClick={() => pull(() => control.post('/clock/run-until-idle'), 'Nothing is pending')}
        >
          Run until idle
        </Button>
        <label className="filter" htmlFor="advance-ms">
          Milliseconds
          <Input
            id="advance-ms"
            inputMode="numeric"
            value={milliseconds}
            onChange={(event) => setMilliseconds(event.target.value)}
          />
        </label>
        <Button
          loading={pulling}
          onClick={() =>
            pull(
              () => control.post('/clock/advance', { milliseconds: numberOrText(milliseconds) }),
              'The clock was moved on',
            )
          }
        >
          Advance
        </Button>
      </Flex>
    </LeverCard>
  );
}
