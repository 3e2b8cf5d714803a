import { createI18n } from 'vue-i18n'
import { en } from './en'
import { zh } from './zh'

export type Language = 'zh' | 'en'

const KEY = 'voltline.language'

/** What was chosen in this browser. */
export const usualLanguage = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh')

export const i18n = createI18n({
  legacy: false,
  locale: usualLanguage(),
  fallbackLocale: 'zh',
  messages: { zh, en },
})

export function language(): Language {
  return i18n.global.locale.value
}

/** Shows a language on this page only. */
export function showLanguage(value: Language): void {
  i18n.global.locale.value = value
}

/** Switches every text at once and remembers it in this browser. */
export function setLanguage(value: Language): void {
  showLanguage(value)
  localStorage.setItem(KEY, value)
}
