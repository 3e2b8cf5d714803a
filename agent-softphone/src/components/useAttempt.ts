import { ElMessage } from 'element-plus'
import { ref } from 'vue'
import { Problem } from '@/api/problem'
import { useText } from '@/i18n/useText'

/** Runs what may be refused, one at a time, and tells the agent why it was, in the words of `tell` if given. */
export function useAttempt(tell?: (refused: Problem) => string) {
  const { problem } = useText()
  const busy = ref(false)

  async function attempt(action: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await action()
    } catch (error) {
      const message = (tell ?? problem)(Problem.of(error))
      ElMessage({ message, type: 'error', duration: 6000, showClose: true, grouping: true })
    } finally {
      busy.value = false
    }
  }

  return { busy, attempt }
}
