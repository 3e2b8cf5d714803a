import { useI18n } from 'vue-i18n'
import type { Bilingual } from '@/api/types'
import { Problem } from '@/api/problem'
import { alternatives, type Need } from '@/desk/demand'
import { chosenMenus } from '@/desk/flowPath'
import type { Language } from '.'

/** The catalogue, and the texts that depend on data: server problems, menu nodes, names in both languages, times. */
export function useText() {
  const { t, te, locale } = useI18n()

  function problem(error: Problem): string {
    const key = `problem.${error.kind}`
    if (!te(key)) return [error.title, error.detail].filter(Boolean).join(': ')
    const known = t(key)
    const saysWhere = error.kind === 'validation' && error.detail !== undefined
    return saysWhere ? `${known}: ${error.detail}` : known
  }

  /** A flow's node, a queue or a skill by its id: the text of the id, of its longest known beginning, or the id itself. */
  function named(group: 'node' | 'queue' | 'skill', id: string): string {
    const words = id.split(/[-._]/)
    for (let end = words.length; end > 0; end--) {
      const key = `${group}.${words.slice(0, end).join('-')}`
      if (te(key)) return t(key)
    }
    return id
  }

  /** The menus a caller chose, each once, as one line. */
  const path = (nodes: string[]): string =>
    [...new Set(chosenMenus(nodes).map((node) => named('node', node)))].join(' › ')

  /** What a call asks of its agent, from the engine's short form: `fault:3+english:2|general:1`. */
  const demand = (short: string): string =>
    alternatives(short)
      .map((all) => all.map(need).join(t('routing.and')))
      .join(t('routing.or'))

  const need = ({ skill, level }: Need): string =>
    level > 1 ? t('routing.level', { skill: named('skill', skill), level }) : named('skill', skill)

  const bilingual = (text: Bilingual): string => text[locale.value as Language]

  const timeOfDay = (iso: string): string =>
    new Intl.DateTimeFormat(locale.value, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso))

  const dayAndTime = (iso: string): string =>
    new Intl.DateTimeFormat(locale.value, {
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(iso))

  const dayAndSecond = (iso: string): string =>
    new Intl.DateTimeFormat(locale.value, {
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(iso))

  /** A share of 1 in whole per cent; nothing when there is none. */
  const percent = (share: number | undefined): string =>
    share === undefined ? '' : new Intl.NumberFormat(locale.value, { style: 'percent' }).format(share)

  return { t, locale, problem, named, path, demand, bilingual, timeOfDay, dayAndTime, dayAndSecond, percent }
}
