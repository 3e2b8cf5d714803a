import { onMounted } from 'vue'
import { useI18n } from 'vue-i18n'
import type { TimeLimit } from '@/api/admin'
import type { Area } from '@/api/types'
import { AREAS, UNITS } from '@/desk/limitForm'
import { useText } from '@/i18n/useText'
import { useWorkOrder } from '@/stores/workOrder'

/** Time limits as people read them. */
export function useLimitText() {
  const { t, bilingual } = useText()
  const { te } = useI18n()
  const workOrder = useWorkOrder()

  onMounted(() => {
    if (workOrder.types.length === 0) void workOrder.loadTypes()
  })

  const typeText = (type: string | undefined): string =>
    type === undefined ? t('admin.profiles.anyType') : workOrder.typeName(type, bilingual)

  function term({ term: { amount, unit }, after }: TimeLimit): string {
    const time = t(`admin.profiles.term.${unit}`, { n: amount }, amount)
    return after === undefined ? time : t('admin.profiles.termAfter', { time, base: t(`milestone.${after}`) })
  }

  /** The name of a field such as `ARRIVAL.fault-repair.TOWN`; nothing where it is no limit. */
  function matter(field: string): string | undefined {
    const [milestone, ...rest] = field.split('.')
    if (!te(`milestone.${milestone}`)) return undefined
    const area = AREAS.find((one) => one === rest.at(-1))
    const type = (area === undefined ? rest : rest.slice(0, -1)).join('.')
    return [t(`milestone.${milestone}`), typeText(type || undefined), ...(area === undefined ? [] : [t(`area.${area}`)])].join(' · ')
  }

  /** The value of such a field, `1 WORKING_DAYS RECONNECTION`. */
  function kept(value: string): string {
    const [amount, unit, after] = value.split(' ')
    const known = UNITS.find((one) => one === unit)
    if (known === undefined) return value
    return term({ milestone: 'ANSWER', term: { amount: Number(amount), unit: known }, after: after as TimeLimit['after'] })
  }

  const areaText = (area: Area | undefined): string => (area === undefined ? t('admin.profiles.anyArea') : t(`area.${area}`))

  return { typeText, areaText, term, matter, kept }
}
