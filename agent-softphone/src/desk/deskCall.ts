import type { CallAnswered, CallEnded, ScreenPop, Session } from '@/api/types'

export type Phase = 'ringing' | 'talking' | 'ended'

/** The one call this desk is busy with, from the ring to the end of after-call work. Times are the server's, ISO 8601. */
export interface DeskCall {
  pop: ScreenPop
  phase: Phase
  answeredAt?: string
  endedAt?: string
}

type CallEvent = ScreenPop | CallAnswered | CallEnded

/** The desk's call after `event`; events of calls it doesn't have leave it as it was. */
export function afterEvent(call: DeskCall | undefined, event: CallEvent): DeskCall | undefined {
  if (event.type === 'call.offered') {
    return call?.pop.callId === event.callId && call.phase === 'talking' ? call : { pop: event, phase: 'ringing' }
  }
  if (call?.pop.callId !== event.callId) return call
  if (event.type === 'call.answered') {
    if (event.agentNo !== call.pop.agentNo) return call
    return call.phase === 'ringing' ? { ...call, phase: 'talking', answeredAt: event.at } : call
  }
  if (call.phase === 'ringing' && event.outcome !== 'ANSWERED') return undefined
  return call.phase === 'ended' ? call : { ...call, phase: 'ended', endedAt: event.at }
}

/**
 * The desk's call as the server tells it, after a refresh or a gap in the events. What the desk alone knows (when the
 * call was answered) is kept when it is the same call.
 */
export function afterSession(call: DeskCall | undefined, session: Session): DeskCall | undefined {
  const { agent, currentCall: pop } = session
  if (pop === undefined) return undefined
  const known = call?.pop.callId === pop.callId ? call : undefined
  switch (agent.state) {
    case 'RESERVED':
    case 'RINGING':
      return { pop, phase: 'ringing' }
    case 'TALKING':
    case 'HELD':
      return { ...known, pop, phase: 'talking', answeredAt: known?.answeredAt ?? agent.stateSince }
    case 'ACW':
      return { ...known, pop, phase: 'ended', endedAt: known?.endedAt ?? agent.stateSince }
    default:
      return undefined
  }
}
