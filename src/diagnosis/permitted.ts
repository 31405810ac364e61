/** The statuses that a message says are expected. */
export function permittedIn(message: string): readonly string[] {
  const [, quoted, plain] =
    /[Ee]xpect\w*(?: status)?(?: is)? (?:"([^"]+)"|([A-Z]\w+(?:(?:, | or |\/)[A-Z]\w+)*))/.exec(message) ?? [];
  return (quoted ?? plain ?? '').split(/, | or |\//).filter((status) => status !== '');
}
