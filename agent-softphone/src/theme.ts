import { ref } from 'vue'

export type Theme = 'light' | 'dark'

const KEY = 'voltline.theme'
const theme = ref<Theme>('light')

export function currentTheme(): Theme {
  return theme.value
}

/** Shows a theme on this page only. */
export function showTheme(value: Theme): void {
  theme.value = value
  document.documentElement.dataset['theme'] = value
  document.documentElement.classList.toggle('dark', value === 'dark')
}

/** Shows a theme and remembers it in this browser. */
export function setTheme(value: Theme): void {
  localStorage.setItem(KEY, value)
  showTheme(value)
}

/** What was chosen in this browser, else what the computer is set to. */
export function showUsualTheme(): void {
  const chosen = localStorage.getItem(KEY)
  const dark = chosen === null ? window.matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark'
  showTheme(dark ? 'dark' : 'light')
}
