/** What an error body says, in either format. */
export interface ApiErrorBody {
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
  /** A page about the error; empty without. */
  readonly recommend: string;
}

/** Reads the error body of an answer; what has none counts as a code of its own, with the text as message. */
export function readErrorBody(text: string, contentType: string): ApiErrorBody {
  const member = contentType.includes('xml') ? xmlMembers(text) : jsonMembers(text);
  return {
    code: member('Code') || 'NoErrorBody',
    message: member('Message') || text.slice(0, 500),
    requestId: member('RequestId'),
    recommend: member('Recommend'),
  };
}

type Member = (name: string) => string;

function jsonMembers(text: string): Member {
  try {
    const body: Readonly<Record<string, unknown>> = JSON.parse(text);
    return (name) => String(body[name] ?? '');
  } catch {
    return () => '';
  }
}

function xmlMembers(text: string): Member {
  const root = new DOMParser().parseFromString(text, 'text/xml').documentElement;
  return (name) => [...root.children].find(({ tagName }) => tagName === name)?.textContent ?? '';
}
