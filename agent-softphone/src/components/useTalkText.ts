import type { Problem } from '@/api/problem'
import type { Target } from '@/api/types'
import { useText } from '@/i18n/useText'
import { useColleagues } from '@/stores/colleagues'

/** Who somebody in a talk is, and why something could not be done with it, in the product's words. */
export function useTalkText() {
  const { t, named, problem } = useText()
  const colleagues = useColleagues()

  function who({ agentNo, number, queue }: Target): string {
    if (agentNo !== undefined) return desk(agentNo)
    if (queue !== undefined) return named('queue', queue)
    return number === undefined || number === '' ? t('talk.caller') : number
  }

  function desk(agentNo: string): string {
    const name = colleagues.nameOf(agentNo)
    return name === undefined ? t('talk.desk', { agentNo }) : t('talk.deskNamed', { agentNo, name })
  }

  const REFUSED = ['forbidden', 'talking', 'phone-not-reachable', 'invalid-state', 'not-found']
  const refusal = (refused: Problem): string =>
    REFUSED.includes(refused.kind) ? t(`talk.refused.${refused.kind}`) : problem(refused)

  return { who, desk, refusal }
}
