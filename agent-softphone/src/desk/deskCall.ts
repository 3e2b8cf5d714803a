import type { Agent, CallAnswered, CallEnded, ScreenPop, Session } from '@/api/types'

export type Phase = 'ringing' | 'talking' | 'ended'

/** The one call this desk is busy with, from the ring to the end of after-call work. Times are the server's, ISO 8601. */
export interface DeskCall {
  pop: ScreenPop
  phase: Phase
  answeredAt?: string
  endedAt?: string
}

type CallEvent = ScreenPop | CallAnswered | CallEnded

/** Whether a supervisor only listens to the call or joins in, which stays another desk's. */
export const isAnothers = ({ supervision }: ScreenPop): boolean =>
  supervision !== undefined && supervision !== 'INTERCEPT'

/** The desk's call after `event`; events of calls it doesn't have leave it as it was. */
export function afterEvent(call: DeskCall | undefined, event: CallEvent): DeskCall | undefined {
  if (event.type === 'call.offered') return afterOffer(call, event)
  if (call?.pop.callId !== event.callId) return call
  if (event.type === 'call.answered') {
    if (event.agentNo !== call.pop.agentNo) return call
    return call.phase === 'ringing' ? { ...call, phase: 'talking', answeredAt: event.at } : call
  }
  if ((call.phase === 'ringing' && event.outcome !== 'ANSWERED') || isAnothers(call.pop)) return undefined
  return call.phase === 'ended' ? call : { ...call, phase: 'ended', endedAt: event.at }
}

/** An offer is said a second time once the customer is looked up; the ring goes on as it was. */
function afterOffer(call: DeskCall | undefined, offer: ScreenPop): DeskCall {
  if (call?.pop.callId !== offer.callId) return begun(offer)
  const completes = call.pop.customer === undefined && offer.customer !== undefined
  if (call.phase === 'ringing' && !completes) return { pop: offer, phase: 'ringing' }
  const { at, ringSeconds, promiseSecondsLeft } = call.pop
  return { ...call, pop: { ...offer, at, ringSeconds, promiseSecondsLeft } }
}

function begun(pop: ScreenPop): DeskCall {
  const { answeredAt } = pop
  return answeredAt === undefined ? { pop, phase: 'ringing' } : { pop, phase: 'talking', answeredAt }
}

/** The desk's call after the agent's state changed: the state tells a talk and its end even where the event was lost. */
export function afterState(call: DeskCall | undefined, agent: Agent): DeskCall | undefined {
  if (agent.role !== 'agent') return call
  if (call === undefined || (agent.callId !== undefined && agent.callId !== call.pop.callId)) return call
  const { state, stateSince } = agent
  if (state === 'TALKING' && call.phase === 'ringing') return { ...call, phase: 'talking', answeredAt: stateSince }
  if (state === 'ACW' && call.phase === 'talking') return { ...call, phase: 'ended', endedAt: stateSince }
  const free = state === 'IDLE' || state === 'BUSY' || state === 'SIGNED_OUT'
  return free && (call.phase !== 'ringing' || wasPassedBy(call, agent)) ? undefined : call
}

/** Another desk's call that rang here: no event tells its end, only the state that began after it. */
function wasPassedBy({ pop }: DeskCall, { stateSince }: Agent): boolean {
  return pop.passedOn !== undefined && Date.parse(stateSince) > Date.parse(pop.at)
}

/**
 * The desk's call as the server tells it, after a refresh or a gap in the events. What the desk alone knows (when the
 * call was answered) is kept when it is the same call.
 */
export function afterSession(call: DeskCall | undefined, session: Session): DeskCall | undefined {
  const { agent, currentCall: pop } = session
  if (agent.role !== 'agent') return pop === undefined ? afterTalk(call) : begun(pop)
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

/** A supervisor's call that the server shows no more: what is left to do for the caller stays until it is done. */
function afterTalk(call: DeskCall | undefined): DeskCall | undefined {
  if (call === undefined || call.phase === 'ringing' || isAnothers(call.pop)) return undefined
  return { ...call, phase: 'ended' }
}
