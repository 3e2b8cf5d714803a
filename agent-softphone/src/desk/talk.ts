import type { Agent, AgentState, Talk, Target } from '@/api/types'

/** What an agent can have done to a talk. */
export type Act =
  | 'hold'
  | 'resume'
  | 'transfer'
  | 'consult'
  | 'complete'
  | 'confer'
  | 'back'
  | 'help'
  | 'call'

/**
 * Where this desk is with its talk. `calling`: the other, or the own phone, still rings. `asking`: somebody is rung to be
 * asked; `consulting`: they have answered. `passing`: the talk goes to them as soon as they answer. `asked`: another desk
 * asks here, and the caller hears music.
 */
export type Stage = 'none' | 'calling' | 'talking' | 'holding' | 'asking' | 'consulting' | 'passing' | 'asked'

/** A call that this desk made. */
export interface Dialled {
  callId: string
  to: Target
  answered: boolean
}

const IN_A_TALK: readonly AgentState[] = ['TALKING', 'HELD']
const FREE_TO_CALL: readonly AgentState[] = ['IDLE', 'BUSY', 'ACW']

const ALLOWED: Record<Stage, readonly Act[]> = {
  none: [],
  calling: [],
  talking: ['hold', 'consult', 'transfer', 'help'],
  holding: ['resume', 'consult', 'transfer', 'help'],
  asking: ['back', 'help'],
  consulting: ['complete', 'confer', 'back', 'help'],
  passing: ['back', 'help'],
  asked: [],
}

/** The call this agent is on the phone with, also while it rings. */
export function callOnLine(me: Agent | undefined): string | undefined {
  if (me === undefined) return undefined
  return [...IN_A_TALK, 'RESERVED', 'RINGING'].includes(me.state) ? me.callId : undefined
}

/** The call this agent talks on, or keeps on hold. */
export function callInTalk(me: Agent | undefined): string | undefined {
  return me !== undefined && IN_A_TALK.includes(me.state) ? me.callId : undefined
}

/** A talk that is not known (yet) is told by the agent's state alone: the buttons are there, the engine decides. */
export function stageOf(me: Agent | undefined, talk: Talk | undefined, out: Dialled | undefined): Stage {
  if (me === undefined) return 'none'
  if (out !== undefined && !out.answered && out.callId === callOnLine(me)) return 'calling'
  const callId = callInTalk(me)
  if (callId === undefined) return 'none'
  if (talk?.callId !== callId) return me.state === 'HELD' ? 'holding' : 'talking'
  return stageIn(talk, me.agentNo)
}

function stageIn({ desks, asked }: Talk, me: string): Stage {
  if (asked?.to.agentNo === me) return 'asked'
  if (asked?.by === me) {
    if (asked.transfer) return 'passing'
    return asked.answered ? 'consulting' : 'asking'
  }
  return desks.find(({ agentNo }) => agentNo === me)?.state === 'HOLDING' ? 'holding' : 'talking'
}

export const may = (stage: Stage, act: Act): boolean => ALLOWED[stage].includes(act)

/** Whether this agent can call somebody now. */
export const mayCall = (me: Agent | undefined): boolean =>
  me !== undefined && me.phoneReachable && FREE_TO_CALL.includes(me.state)

/**
 * Who is in the talk beside this agent.
 *
 * @param far at the other end, if still there
 */
export function company(
  talk: Talk | undefined,
  me: string,
  far: Target | undefined,
): Target[] {
  const asked = talk?.asked?.to.agentNo
  const desks = (talk?.desks ?? []).map(({ agentNo }) => agentNo).filter((no) => no !== me && no !== asked)
  const outside = (talk?.outside ?? []).map((number): Target => ({ number }))
  const others = far === undefined ? outside : [far, ...outside]
  return [
    ...others.filter(({ agentNo }) => agentNo === undefined || !desks.includes(agentNo)),
    ...desks.map((agentNo) => ({ agentNo })),
  ]
}

const DECORATION = /[\s().\-–—－（）]+/g
const NUMBER = /^(\+[1-9]\d{6,14}|\d{3,16})$/

/** The number that was written, without what only helps the eye; nothing when it can't be one. */
export function writtenNumber(text: string): string | undefined {
  const digits = text.replace(DECORATION, '')
  return NUMBER.test(digits) ? digits : undefined
}

/** Whether a ring that shows `shown` is the own phone's for a call to `to`. The switch writes numbers its own way. */
export function isRingFor(to: Target, shown: string): boolean {
  if (to.agentNo !== undefined) return to.agentNo === shown
  const digits = shown.replace(/\D/g, '').replace(/^0+/, '')
  return digits !== '' && (to.number ?? '').replace(/\D/g, '').endsWith(digits)
}
