import { useI18n } from 'vue-i18n'
import type { Bilingual } from '@/api/types'
import { Problem } from '@/api/problem'
import { alternatives, type Need } from '@/desk/demand'
import { chosenMenus } from '@/desk/flowPath'
import type { Language } from '.'
import { givenNames } from './givenNames'

/** The catalogue, and the texts that depend on data: server problems, menu nodes, names in both languages, times. */
export function useText() {
  const { t, te, locale } = useI18n()

  function problem(error: Problem): string {
    const key = `problem.${error.kind}`
    if (!te(key)) return [error.title, error.detail].filter(Boolean).join(': ')
    const known = t(key, { agentNo: error.agentNo })
    const saysWhere = error.kind === 'validation' && error.detail !== undefined
    return saysWhere ? `${known}: ${error.detail}` : known
  }

  /** A queue or a skill by its id: the administrators' name for exactly this one, or the desk's own word. */
  function named(group: 'queue' | 'skill', id: string): string {
    const given = givenNames.value[`${group}s`][id]
    return given === undefined ? ownWord(group, id) : bilingual(given)
  }

  /** The text of the id, of its longest known beginning, or the id itself. */
  const ownWord = (group: 'queue' | 'skill', id: string, language?: Language): string => known(group, id, language) ?? id

  /** The text of an id, or of its longest beginning that has one. */
  function known(group: 'node' | 'queue' | 'skill', id: string, language = locale.value as Language): string | undefined {
    const words = id.split(/[-._/]/)
    for (let end = words.length; end > 0; end--) {
      const key = `${group}.${words.slice(0, end).join('-')}`
      if (te(key, language)) return t(key, {}, { locale: language })
    }
    return undefined
  }

  /** The menus a caller chose, each once, as one line; nodes without a name are the flow's own affair. */
  function path(nodes: string[]): string {
    const names = (some: string[]): string[] => [
      ...new Set(some.map((node) => known('node', node)).filter((name) => name !== undefined)),
    ]
    const chosen = names(chosenMenus(nodes))
    return (chosen.length > 0 ? chosen : names(nodes)).join(' › ')
  }

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

  /** A day of the month and of the week. */
  const day = (iso: string): string =>
    new Intl.DateTimeFormat(locale.value, { month: '2-digit', day: '2-digit', weekday: 'short' }).format(new Date(iso))

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

  return { t, te, locale, problem, named, ownWord, path, demand, bilingual, timeOfDay, day, dayAndTime, dayAndSecond, percent }
}
