import { onBeforeUnmount, onMounted } from 'vue'
import { usePhone } from '@/stores/phone'

/** The browser asks before it leaves a page that somebody is talked with. */
export function useStayInTalk(): void {
  const phone = usePhone()
  function beforeUnload(event: BeforeUnloadEvent): void {
    if (phone.call === 'connected') event.preventDefault()
  }
  onMounted(() => window.addEventListener('beforeunload', beforeUnload))
  onBeforeUnmount(() => window.removeEventListener('beforeunload', beforeUnload))
}
