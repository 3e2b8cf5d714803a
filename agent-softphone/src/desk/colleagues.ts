import type { Agent } from '@/api/types'

/** How many are listed; who is not among them is found by number or name. */
export const MOST = 50

/** Whether this phone can be rung now, as far as is known; the engine decides. */
export const isReachable = ({ role, state, phoneReachable }: Agent): boolean =>
  phoneReachable && (role !== 'agent' || state === 'IDLE')

/** Those who match what was written, by number or name, without `me`: who can be reached first, then by number. */
export function matching(agents: readonly Agent[], me: string, written: string): Agent[] {
  const words = written.trim().toLowerCase()
  return agents
    .filter(({ agentNo, name }) => agentNo !== me && (agentNo.includes(words) || name.toLowerCase().includes(words)))
    .sort((one, other) => rank(one) - rank(other) || one.agentNo.localeCompare(other.agentNo))
}

function rank(agent: Agent): number {
  if (isReachable(agent)) return agent.role === 'agent' ? 0 : 1
  return agent.state === 'SIGNED_OUT' ? 3 : 2
}
