import type { Random } from '../../operation/context.ts';

/** The number of an order, 15 digits. Nothing is ever ordered or paid here. */
export function newOrderId(random: Random): string {
  const digits = () => String(random.below(10_000_000)).padStart(7, '0');
  return `2${digits()}${digits()}`;
}
