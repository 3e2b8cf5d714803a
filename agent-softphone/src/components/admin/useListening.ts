import { onBeforeUnmount, ref } from 'vue'

/** What is listened to, as the address of an audio element. One at a time: the next one stops the one before. */
export function useListening() {
  const heard = ref<string>()

  function listen(audio: Blob): void {
    stop()
    heard.value = URL.createObjectURL(audio)
  }

  function stop(): void {
    if (heard.value !== undefined) URL.revokeObjectURL(heard.value)
    heard.value = undefined
  }

  onBeforeUnmount(stop)
  return { heard, listen, stop }
}
