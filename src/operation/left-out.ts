/**
 * The value of a list, or of the object around one, that must not be in the answer at all. Without it clients are shown
 * an empty one.
 */
export const leftOut = null as unknown as undefined;
