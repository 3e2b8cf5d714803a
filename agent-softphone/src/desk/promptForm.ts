import type { HousePrompt, Prompt, PromptKey } from '@/api/admin'
import type { Problem } from '@/api/problem'

export const PROMPT_LANGUAGES = ['zh', 'en'] as const
export type PromptLanguage = (typeof PROMPT_LANGUAGES)[number]

export const LONGEST_TEXT = 500
/** Bytes that the server takes. */
export const LARGEST_FILE = 12 * 1024 * 1024

/** The ids of the prompts an entry stands for. */
export function idsOf({ id, numbers }: Prompt): string[] {
  if (numbers === undefined) return [id]
  const count = numbers.to - numbers.from + 1
  return Array.from({ length: count }, (_, at) => numbered(id, String(numbers.from + at)))
}

const numbered = (text: string, number: string): string => text.replaceAll('{n}', number)

/** The product's own text of one of them. */
export function ownText({ id, text }: Prompt, prompt: PromptKey): string {
  const [ahead = '', after = ''] = id.split('{n}')
  const number = id.includes('{n}') ? prompt.id.slice(ahead.length, prompt.id.length - after.length) : ''
  return numbered(text[prompt.language], number)
}

/** What the house has in the place of the product's own. */
export const changedOf = ({ changed }: Prompt, { id, language }: PromptKey): HousePrompt | undefined =>
  changed.find((one) => one.id === id && one.language === language)

/** Whether the product has had another text since then. */
export const outdated = (entry: Prompt, one: HousePrompt): boolean => one.instead !== ownText(entry, one)

/** Those whose id or text holds what is searched for. */
export function found(entries: readonly Prompt[], text: string, onlyChanged: boolean): Prompt[] {
  const wanted = text.trim().toLowerCase()
  return entries.filter(
    (entry) =>
      (!onlyChanged || entry.changed.length > 0) &&
      [...idsOf(entry), entry.id, entry.text.zh, entry.text.en, ...entry.changed.map((one) => one.text)].some((part) =>
        part.toLowerCase().includes(wanted),
      ),
  )
}

/** The catalogue's word for what the server says is wrong: `/recording/no-wav: …` becomes `recordingNoWav`. */
export function wrongOf({ kind, detail }: Problem): string | undefined {
  const [, place, what] = /^\/(text|recording)\/([a-z-]+)/.exec(detail ?? '') ?? []
  if (kind === 'too-large') return 'recordingLarge'
  if (place === undefined || what === undefined) return undefined
  return place + `-${what}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
