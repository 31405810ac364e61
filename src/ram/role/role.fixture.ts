/** A trust policy that lets the named ARNs, or `*`, assume a role. */
export function trusting(principal: string | readonly string[], Condition?: object): string {
  const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM: principal }, Condition };
  return JSON.stringify({ Version: '1', Statement: [statement] });
}
