import type { BrokenPromise } from '@/api/types'

/** Most that are shown. */
export const MOST = 50

/** Both lists as one, newest first, each call once with the moment that was told first. */
export function merged(one: BrokenPromise[], other: BrokenPromise[]): BrokenPromise[] {
  const byCall = new Map<string, BrokenPromise>()
  for (const promise of [...one, ...other]) {
    const known = byCall.get(promise.callId)
    if (known === undefined || Date.parse(promise.at) < Date.parse(known.at)) byCall.set(promise.callId, promise)
  }
  return [...byCall.values()].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, MOST)
}
