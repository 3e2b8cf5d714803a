import { ref } from 'vue'
import { Problem } from '@/api/problem'
import { useText } from '@/i18n/useText'

/**
 * Saves what was typed, one at a time, and tells what the server refused. Whom somebody else was quicker than is told
 * by `overtaken`, which looks at what stands by now, so that the next try rests on it. Other refusals are told in `words`
 * of the page's own, if it has any.
 */
export function useSaving(overtaken: () => Promise<string>, words?: (refused: Problem) => string) {
  const { problem } = useText()
  const failed = ref('')
  const busy = ref(false)

  async function attempt(sending: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    failed.value = ''
    try {
      await sending()
    } catch (error) {
      failed.value = await told(Problem.of(error))
    } finally {
      busy.value = false
    }
  }

  /** Nothing is sent when the page itself sees what is `wrong`. */
  async function save(wrong: string, sending: () => Promise<void>): Promise<void> {
    if (wrong === '') await attempt(sending)
    else failed.value = wrong
  }

  const told = (refused: Problem): Promise<string> | string =>
    refused.kind === 'conflict'
      ? overtaken().catch((unreadable: unknown) => problem(Problem.of(unreadable)))
      : (words ?? problem)(refused)

  return { failed, busy, attempt, save }
}
