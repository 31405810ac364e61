/** Ids as this server makes them: a known prefix, then lower-case letters and digits. */
const resourceId =
  /(?<![\w-])(?:eni-perm|eni|vpc|vsw|vrt|vtb|rte|ipv6gw|ipv6bw|ipv6|sgr|sg|eip|ssh|rg|i|d|s)-[a-z0-9]{8,60}\b/g;

/** The ids of resources in some texts, each once, in their order. */
export function resourceIdsIn(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.match(resourceId) ?? []))];
}
