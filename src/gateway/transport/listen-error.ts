/** The address cannot be listened on. The message names host or port and is fit to be printed; `code` is that of the system. */
export class ListenError extends Error {
  readonly code: string;

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    super(reason(host, port, cause), { cause });
    this.name = 'ListenError';
    this.code = cause.code ?? 'UNKNOWN';
  }
}

function reason(host: string, port: number, cause: NodeJS.ErrnoException): string {
  switch (cause.code) {
    case 'EADDRINUSE':
      return `port ${port} is in use`;
    case 'EACCES':
      return `no permission to listen on port ${port}`;
    case 'EADDRNOTAVAIL':
      return `${host} is not an address of this machine`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host name ${host} is not known`;
    default:
      return `cannot listen on ${host} port ${port}: ${cause.message}`;
  }
}
