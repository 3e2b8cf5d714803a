import { onBeforeUnmount, watch } from 'vue'
import { beep, startRinging } from '@/phone/ringTone'
import { usePhone } from '@/stores/phone'

/**
 * Sounds while the browser phone rings. A ring that was asked for here is answered at once, others after a beep if
 * `automatic`.
 */
export function useRinging(asked: (caller: string) => boolean, automatic: () => boolean = () => false): void {
  const phone = usePhone()
  let stopRinging: (() => void) | undefined

  function silence(): void {
    stopRinging?.()
    stopRinging = undefined
  }

  function ring(): void {
    if (asked(phone.caller)) phone.answer()
    else if (automatic()) void beep().then(phone.answer)
    else stopRinging = startRinging()
  }

  watch(
    () => phone.call,
    (now) => {
      silence()
      if (now === 'ringing') ring()
    },
  )
  onBeforeUnmount(silence)
}
