/** A seed that cannot be used; the message has a line for each fault, with its place in the document. */
export class SeedRefused extends Error {
  override readonly name = 'SeedRefused';
}
