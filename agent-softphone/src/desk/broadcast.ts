import type { Broadcast, BroadcastTally } from '@/api/types'

/** Longest text of a notice to desks, in characters. */
export const LONGEST = 300

/** Urgent ones first, else as they came. */
export function byPress(broadcasts: Broadcast[]): Broadcast[] {
  const urgent = ({ level }: Broadcast): boolean => level === 'URGENT'
  return [...broadcasts.filter(urgent), ...broadcasts.filter((broadcast) => !urgent(broadcast))]
}

/** The same with one more who has read this one; reading again changes nothing. */
export function withReader(sent: BroadcastTally[], id: number, reader: BroadcastTally['read'][number]): BroadcastTally[] {
  return sent.map((tally) => {
    if (tally.id !== id || tally.read.some(({ agentNo }) => agentNo === reader.agentNo)) return tally
    return {
      ...tally,
      read: [...tally.read, reader],
      unread: tally.unread.filter(({ agentNo }) => agentNo !== reader.agentNo),
    }
  })
}

/** Whether it is still shown to desks at the server's time `now` (ms). */
export const holds = (broadcast: Broadcast, now: number): boolean =>
  broadcast.withdrawnAt === undefined && Date.parse(broadcast.until) > now
