import { Grid } from 'antd';

/** Whether the window is too narrow for a side menu, as on a telephone. */
export function useNarrow(): boolean {
  return Grid.useBreakpoint().lg === false;
}
