/** The types of dedicated hosts that every zone names. */
export const dedicatedHostTypes = ['ddh.g6', 'ddh.c6', 'ddh.r6'] as const;
