import { useI18n } from 'vue-i18n'
import { useText } from '@/i18n/useText'
import { useLimitText } from './useLimitText'

const REASONS = ['offered', 'approval']
const MOMENTS = ['from', 'until']

/** Names of the fields of what was changed, and their values as people read them. */
export function useFactText() {
  const { t, named, dayAndSecond } = useText()
  const { te } = useI18n()
  const limits = useLimitText()

  function fieldName(field: string): string {
    const limit = limits.matter(field)
    if (limit !== undefined) return limit
    const [group, ...rest] = field.split('.')
    const key = `admin.changes.fieldOf.${group}`
    const name = te(key) ? t(key) : field
    const of = rest.join('.')
    return rest.length === 0 ? name : `${name} ${te(`reason.${of}`) ? t(`reason.${of}`) : named('skill', of)}`
  }

  function valueText(field: string, value: string | undefined): string {
    if (value === undefined || value === '') return t('admin.changes.nothing')
    if (value === 'true') return t('admin.on')
    if (value === 'false') return t('admin.off')
    if (limits.matter(field) !== undefined) return limits.kept(value)
    if (REASONS.includes(field)) return value.split(', ').map((one) => t(`reason.${one}`)).join(', ')
    if (MOMENTS.includes(field)) return dayAndSecond(value)
    if (field === 'mode' && te(`admin.notices.stormMode.${value}`)) return t(`admin.notices.stormMode.${value}`)
    if (field === 'source' && te(`admin.prompts.sourceOf.${value}`)) return t(`admin.prompts.sourceOf.${value}`)
    if (field === 'seconds') return t('admin.prompts.seconds', { n: value })
    if (field === 'role' && te(`role.${value}`)) return t(`role.${value}`)
    const kind = `admin.calendar.kindOf.${value}`
    if (field === 'kind' && te(kind)) return t(kind)
    const phone = `admin.accounts.phoneKind.${value}`
    return field === 'phone' && te(phone) ? t(phone) : value
  }

  return { fieldName, valueText }
}
