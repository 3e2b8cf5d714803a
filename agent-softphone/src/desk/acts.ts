import type { Agent, AgentState } from '@/api/types'

/** By which the supervisor's own phone comes into an agent's talk. */
export const WATCHES = ['MONITOR', 'WHISPER', 'BARGE', 'INTERCEPT'] as const
export type Watch = (typeof WATCHES)[number]

/** What a supervisor may do to an agent. */
export type Act = Watch | 'RELEASE' | 'IDLE' | 'BUSY' | 'SIGN_OUT'

/** An act, or taking a caller who waits on the own phone. */
export type Asked = Act | 'TAKE'

/** By which somebody is cut off: asked twice. */
const CUTS_OFF: readonly Act[] = ['INTERCEPT', 'RELEASE', 'SIGN_OUT']

const IN_A_TALK: readonly Act[] = [...WATCHES, 'RELEASE', 'BUSY']
const BY_STATE: Record<AgentState, readonly Act[]> = {
  SIGNED_OUT: [],
  IDLE: ['BUSY', 'SIGN_OUT'],
  RESERVED: [],
  RINGING: [],
  TALKING: IN_A_TALK,
  HELD: IN_A_TALK,
  ACW: ['IDLE', 'BUSY', 'SIGN_OUT'],
  BUSY: ['IDLE', 'SIGN_OUT'],
}

export const isWatch = (act: Asked): act is Watch => (WATCHES as readonly Asked[]).includes(act)

export const cutsOff = (act: Act): boolean => CUTS_OFF.includes(act)

/** What makes sense for an agent as things are; whether it may be is the server's word. */
export const actsOn = (agent: Pick<Agent, 'state'>): readonly Act[] => BY_STATE[agent.state]

/** What a refusal is called when somebody acts on somebody else's calls and states, by the server's word for it. */
export function refusalOf(asked: Asked, kind: string): string {
  const byOwnPhone = asked === 'TAKE' || isWatch(asked)
  const kinds: Record<string, string> = {
    talking: byOwnPhone ? 'own-phone-in-use' : 'agent-talking',
    'invalid-state': byOwnPhone ? 'not-watched' : 'talk-over',
    'phone-not-reachable': byOwnPhone ? 'own-phone-off' : 'agent-phone-off',
    ...(asked === 'TAKE' && { 'not-found': 'not-waiting' }),
  }
  return kinds[kind] ?? kind
}

/** Whether that is the number which the wall shows with its middle hidden. */
export const isNumber = (shown: string, hidden: string): boolean =>
  shown !== '' && shown.length === hidden.length && [...hidden].every((one, i) => one === '*' || one === shown[i])
