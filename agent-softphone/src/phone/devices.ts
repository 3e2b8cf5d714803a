/** Whether the computer has anything to hear callers with. A browser that doesn't tell is believed. */
export async function hasSpeaker(): Promise<boolean> {
  if (!('setSinkId' in HTMLMediaElement.prototype) || !('mediaDevices' in navigator)) return true
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.some(({ kind }) => kind === 'audiooutput')
}
