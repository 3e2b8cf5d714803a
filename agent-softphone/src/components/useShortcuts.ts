import { onBeforeUnmount, onMounted } from 'vue'

/** Alt + letter, by where the key is and not what it types: with an input method on, the letter may be anything. */
export function useShortcuts(actions: Record<string, () => void>): void {
  function onKey(event: KeyboardEvent): void {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
    const action = actions[event.code.replace('Key', '')]
    if (action === undefined) return
    event.preventDefault()
    action()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
