/** Whether a token can be sent at all: a header carries no characters beyond Latin-1, and no line breaks. */
export function isSendableToken(token: string): boolean {
  try {
    return new Headers({ authorization: `Bearer ${token}` }).has('authorization');
  } catch {
    return false;
  }
}
