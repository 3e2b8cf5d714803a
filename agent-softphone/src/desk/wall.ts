import type { Agent, AgentState, WaitingCall, WallQueue } from '@/api/types'

/** States as a floor is looked at: what is being done, not how far it has come. */
export const STATE_GROUPS = ['IDLE', 'RINGING', 'TALKING', 'ACW', 'BUSY', 'SIGNED_OUT'] as const
export type StateGroup = (typeof STATE_GROUPS)[number]

export const ORDERS = ['number', 'longest'] as const
export type Order = (typeof ORDERS)[number]

export interface Filter {
  state?: StateGroup
  skill?: string
  /** A part of the number or of the name. */
  text: string
  order: Order
}

/** Whom the wall is shown to in place of a desk; whether its figures come is the server's word. */
export const watchesFloor = (role: Agent['role']): boolean => role === 'supervisor' || role === 'admin'

export type Risk = 'late' | 'soon' | 'calm'

/** Seconds left of the promise below which a caller is pressing. */
const SOON = 6

export function groupOf(state: AgentState): StateGroup {
  if (state === 'RESERVED') return 'RINGING'
  return state === 'HELD' ? 'TALKING' : state
}

export function countStates(agents: Agent[]): Record<StateGroup, number> {
  const counts = { IDLE: 0, RINGING: 0, TALKING: 0, ACW: 0, BUSY: 0, SIGNED_OUT: 0 }
  for (const agent of agents) counts[groupOf(agent.state)]++
  return counts
}

/** Every skill somebody has, ordered by id. */
export function skillsOf(agents: Agent[]): string[] {
  return [...new Set(agents.flatMap((agent) => Object.keys(agent.skills)))].sort()
}

export function matching(agents: Agent[], filter: Filter): Agent[] {
  const text = filter.text.trim().toLowerCase()
  const found = agents.filter(
    (agent) =>
      (filter.state === undefined || groupOf(agent.state) === filter.state) &&
      (filter.skill === undefined || filter.skill in agent.skills) &&
      (text === '' || agent.agentNo.includes(text) || agent.name.toLowerCase().includes(text)),
  )
  if (filter.order === 'number') return found
  const since = new Map(found.map((agent) => [agent, Date.parse(agent.stateSince)]))
  return found.sort((a, b) => (since.get(a) ?? 0) - (since.get(b) ?? 0))
}

/** Seconds left of the promise at the server's time `now` (ms); below 0 when it is broken. */
export function secondsLeft(call: WaitingCall, now: number): number {
  return (Date.parse(call.dueAt) - now) / 1000
}

export function riskOf(left: number): Risk {
  if (left <= 0) return 'late'
  return left < SOON ? 'soon' : 'calm'
}

/** First whose promise can still be kept, the least time left at the head; then the others, the longest waiting first. */
export function byUrgency(calls: WaitingCall[], now: number): WaitingCall[] {
  const late = (call: WaitingCall): boolean => secondsLeft(call, now) <= 0
  const inTime = calls.filter((call) => !late(call)).sort((a, b) => a.dueAt.localeCompare(b.dueAt))
  return [...inTime, ...calls.filter(late).sort((a, b) => a.queuedAt.localeCompare(b.queuedAt))]
}

/** Service level: answered within the promise, of those answered and those who gave up after it, 0 to 1. */
export function serviceLevel(queues: Pick<WallQueue, 'today'>[]): number | undefined {
  let [inTime, all] = [0, 0]
  for (const { today } of queues) {
    inTime += today?.inTime ?? 0
    all += (today?.answered ?? 0) + (today?.abandonedLate ?? 0)
  }
  return all === 0 ? undefined : inTime / all
}

/** Queues in which somebody waits, the longest waiting first; then the others as they came. */
export function byWait(queues: WallQueue[]): WallQueue[] {
  const since = (queue: WallQueue): number =>
    queue.waitingSince === undefined ? Number.POSITIVE_INFINITY : Date.parse(queue.waitingSince)
  return [...queues].sort((a, b) => (since(a) === since(b) ? 0 : since(a) - since(b)))
}
