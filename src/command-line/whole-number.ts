import { InvalidArgumentError } from 'commander';

/** Reads a flag's value as a whole number from `lowest` to `highest`. */
export function wholeNumber(lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= lowest && value <= highest) return value;
    throw new InvalidArgumentError(`must be a whole number from ${lowest} to ${highest}.`);
  };
}
