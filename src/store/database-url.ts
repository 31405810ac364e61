/**
 * A database URL as it may be shown: without password, wherever in it one is. As passwords may hold what separates the
 * parts of a URL, everything before the last `@` is taken for a part of one, except for a plain user name.
 * @returns `***` for what cannot be parsed
 */
export function maskedDatabaseUrl(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*:\/\/)(?:(.*)@)?([^@?#]*)(?:\?([^#]*))?(#.*)?$/is.exec(url);
  if (parts === null || !URL.canParse(url)) return '***';
  const [, scheme = '', credentials, place = '', query, fragment] = parts;
  const user = credentials === undefined ? '' : `${userOf(credentials)}***@`;
  const parameters = query === undefined ? '' : `?${query.split('&').map(maskedParameter).join('&')}`;
  return `${scheme}${user}${place}${parameters}${fragment === undefined ? '' : '#***'}`;
}

function userOf(credentials: string): string {
  const [user = ''] = credentials.split(':', 1);
  return /^[\w.%~-]+$/.test(user) ? `${user}:` : '';
}

/** Also those that are called `sslpassword`, or spelled with escapes. */
function maskedParameter(parameter: string): string {
  const [name = ''] = parameter.split('=', 1);
  const [[decoded = ''] = []] = new URLSearchParams(name);
  if (name === parameter) return parameter === '' ? '' : '***';
  return /pass|secret|token/i.test(decoded) ? `${name}=***` : parameter;
}
