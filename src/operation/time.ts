/** UTC with seconds, `2026-01-02T03:04:05Z` (ENI-70). */
export function utcSeconds(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
}

/** UTC with minutes, `2026-01-02T03:04Z`: the form of instances' times. */
export function utcMinutes(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 16)}Z`;
}
