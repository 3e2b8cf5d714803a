const FIRST_MS = 500
const LONGEST_MS = 15_000

/**
 * How long to wait before try number `attempt` (0 = the first after a loss), in ms: doubling to 15 s, with up to half
 * of it taken off by `random` in [0, 1) so that a room of desks doesn't come back in one instant.
 */
export function backoff(attempt: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10))
  return Math.round(full * (1 - random / 2))
}
