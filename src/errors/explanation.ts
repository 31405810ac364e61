/** Why a code is answered here, and what to do about it; own words, a sentence or two each. */
export type Explanation = readonly [cause: string, wayOut: string];

export type Explanations = Readonly<Record<string, Explanation>>;
