import type { KeptQueue, QueueRule } from '@/api/admin'

/** A queue's rule while somebody edits it: a figure that is not given is undefined, no queue is ''. */
export type Strategy = QueueRule['strategy']['name']
export type Step = QueueRule['steps'][number]
export type Act = Step['act']

export const STRATEGIES: readonly Strategy[] = [
  'longest-idle',
  'longest-wait',
  'best-skill',
  'least-busy',
  'least-needed',
  'fixed-ratio',
  'weighted',
]
export const ACTS: readonly Act[] = ['LOWER_LEVELS', 'DROP_SKILL', 'OPEN_RESERVE', 'ADD_QUEUE']

export interface RuleDraft {
  demand: string
  strategy: Strategy
  share: number
  waitWeight: number
  idleWeight: number
  levelWeight: number
  promiseSeconds: number
  wrapUpSeconds: number
  affinitySeconds: number
  mostWaiting: number
  steps: Step[]
  overflow: string
  overflowAfterSeconds: number | undefined
  nobodyAfterSeconds: number
}

export const draftOf = (rule: QueueRule): RuleDraft => ({
  demand: rule.demand,
  strategy: rule.strategy.name,
  share: rule.strategy.share ?? 1,
  waitWeight: rule.strategy.waitWeight ?? 1,
  idleWeight: rule.strategy.idleWeight ?? 0,
  levelWeight: rule.strategy.levelWeight ?? 0,
  promiseSeconds: rule.promiseSeconds,
  wrapUpSeconds: rule.wrapUpSeconds,
  affinitySeconds: rule.affinitySeconds,
  mostWaiting: rule.mostWaiting,
  steps: rule.steps.map((step) => ({ ...step })),
  overflow: rule.overflow ?? '',
  overflowAfterSeconds: rule.overflowAfterSeconds,
  nobodyAfterSeconds: rule.nobodyAfterSeconds,
})

const USUAL_QUEUE = 'general'

/** One to be added, without an id yet: the figures of another, while whom it asks for is still to be said. */
export function newQueue(queues: readonly KeptQueue[]): KeptQueue | undefined {
  const like = queues.find(({ queue }) => queue === USUAL_QUEUE) ?? queues[0]
  if (like === undefined) return undefined
  const rule = ruleOf({ ...draftOf(like.rule), demand: '', steps: [], overflow: '' })
  return { queue: '', rule, changed: false, own: true, place: '' }
}

/** Nothing of the rule was changed. */
export const isRule = (draft: RuleDraft, rule: QueueRule): boolean =>
  JSON.stringify(ruleOf(draft)) === JSON.stringify(ruleOf(draftOf(rule)))

/** Only what the strategy and each step go by is sent. */
export const ruleOf = (draft: RuleDraft): QueueRule => ({
  demand: draft.demand.replace(/\s/g, ''),
  strategy: strategyOf(draft),
  promiseSeconds: draft.promiseSeconds,
  wrapUpSeconds: draft.wrapUpSeconds,
  affinitySeconds: draft.affinitySeconds,
  mostWaiting: draft.mostWaiting,
  steps: draft.steps.map(stepOf),
  nobodyAfterSeconds: draft.nobodyAfterSeconds,
  ...(draft.overflow === '' ? {} : { overflow: draft.overflow }),
  ...(draft.overflowAfterSeconds === undefined ? {} : { overflowAfterSeconds: draft.overflowAfterSeconds }),
})

function strategyOf({ strategy, share, waitWeight, idleWeight, levelWeight }: RuleDraft): QueueRule['strategy'] {
  if (strategy === 'fixed-ratio') return { name: strategy, share }
  if (strategy === 'weighted') return { name: strategy, waitWeight, idleWeight, levelWeight }
  return { name: strategy }
}

function stepOf({ afterSeconds, act, by, skill, queue }: Step): Step {
  if (act === 'LOWER_LEVELS') return { afterSeconds, act, by: by ?? 1 }
  if (act === 'DROP_SKILL') return { afterSeconds, act, skill: skill ?? '' }
  if (act === 'ADD_QUEUE') return { afterSeconds, act, queue: queue ?? '' }
  return { afterSeconds, act }
}

/** One more step, as late as the last one. */
export const newStep = (steps: readonly Step[]): Step => ({
  afterSeconds: steps.at(-1)?.afterSeconds ?? 5,
  act: 'LOWER_LEVELS',
  by: 1,
})
