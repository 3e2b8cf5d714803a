import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import ThemeSwitch from '@/components/ThemeSwitch.vue'
import { i18n, setLanguage } from '@/i18n'
import { currentTheme, setTheme, showUsualTheme } from '@/theme'

const shown = () => document.documentElement.dataset['theme']
const computerIs = (dark: boolean) => vi.stubGlobal('matchMedia', () => ({ matches: dark }))

beforeEach(() => setLanguage('zh'))
afterEach(() => {
  setTheme('light')
  vi.unstubAllGlobals()
})

it.each([
  [true, 'dark'],
  [false, 'light'],
])('is as the computer is set (dark: %s) until somebody chooses', (dark, theme) => {
  computerIs(dark)
  showUsualTheme()
  expect(shown()).toBe(theme)
})

it('is what was chosen in this browser, whatever the computer says', () => {
  computerIs(false)
  setTheme('dark')
  showUsualTheme()
  expect(shown()).toBe('dark')
  expect(document.documentElement.classList.contains('dark')).toBe(true)
})

it('changes by one press, which says what it leads to', async () => {
  setTheme('light')
  const button = mount(ThemeSwitch, { global: { plugins: [i18n] } })
  expect(button.text()).toBe('深色')
  await button.trigger('click')
  expect(currentTheme()).toBe('dark')
  expect(button.text()).toBe('浅色')
})
