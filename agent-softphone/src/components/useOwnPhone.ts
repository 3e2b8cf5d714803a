import { computed } from 'vue'
import { useAgent } from '@/stores/agent'
import { useReadiness } from '@/stores/readiness'

/** Whether a supervisor's own phone is in this page, and whether it may be rung; the server knows of one on the desk. */
export function useOwnPhone() {
  const [me, readiness] = [useAgent(), useReadiness()]
  const byBrowser = computed(() => me.me?.phone === 'webrtc')
  const usable = computed(() => !byBrowser.value || (readiness.looked && readiness.ready))
  return { byBrowser, usable }
}
