export const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const
export type Key = (typeof KEYS)[number]

/** The keypad's key that was typed; none while text is being written or a shortcut pressed. */
export function typedKey(event: KeyboardEvent): Key | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || writesText(event.target)) return undefined
  return KEYS.find((key) => key === event.key)
}

function writesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], [role="dialog"]') !== null
}
