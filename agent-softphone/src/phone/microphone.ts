import type { MicrophoneProblem } from './phone'

/** Opens and closes the microphone once, so that the browser asks for permission before a caller waits on it. */
export async function checkMicrophone(): Promise<MicrophoneProblem | undefined> {
  // The browser hides mediaDevices from pages that are neither https nor localhost.
  if (!('mediaDevices' in navigator)) return 'insecure'
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    stream.getTracks().forEach((track) => track.stop())
    return undefined
  } catch (error) {
    return microphoneProblem(error)
  }
}

export function microphoneProblem(error: unknown): MicrophoneProblem {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'absent'
    default:
      return 'failed'
  }
}
