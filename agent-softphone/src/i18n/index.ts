import { createI18n } from 'vue-i18n'
import { en } from './en'
import { zh } from './zh'

export type Language = 'zh' | 'en'

const KEY = 'voltline.language'

export const i18n = createI18n({
  legacy: false,
  locale: localStorage.getItem(KEY) === 'en' ? 'en' : 'zh',
  fallbackLocale: 'zh',
  messages: { zh, en },
})

export function language(): Language {
  return i18n.global.locale.value
}

/** Switches every text at once and remembers it in this browser. */
export function setLanguage(value: Language): void {
  i18n.global.locale.value = value
  localStorage.setItem(KEY, value)
}
