/** The version of this build; the release script and package.json agree on it. */
export const version = '0.1.0';
