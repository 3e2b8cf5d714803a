import type { Alarm } from '@/api/types'
import { useText } from '@/i18n/useText'
import { useWall } from '@/stores/wall'

/** How an alarm is told. */
export function useAlarmText() {
  const { t, te, named } = useText()
  const wall = useWall()

  function subject({ about, subject }: Alarm): string {
    if (about === 'QUEUE') return named('queue', subject)
    if (about === 'PART') return te(`alarm.part.${subject}`) ? t(`alarm.part.${subject}`) : subject
    const name = wall.agents.find(({ agentNo }) => agentNo === subject)?.name
    return name === undefined ? subject : t('acts.onAgent', { agentNo: subject, name })
  }

  const told = (alarm: Alarm): string => t(`alarm.kind.${alarm.kind}`, { subject: subject(alarm) })

  return { told }
}
