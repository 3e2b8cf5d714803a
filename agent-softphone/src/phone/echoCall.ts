import type { UA } from 'jssip'

const ECHO = 'echo'
const ANSWERED_WITHIN_MS = 3_000

/**
 * Calls the switch's echo with `sound` and gives `hear` what comes back; hangs up once `hear` has decided. Rejects when
 * the switch does not take the call.
 */
export async function echoCall<T>(ua: UA, sound: MediaStream, hear: (back: MediaStream) => Promise<T>): Promise<T> {
  const session = ua.call(ECHO, { mediaStream: sound, pcConfig: { iceServers: [] } })
  const late = setTimeout(() => session.terminate(), ANSWERED_WITHIN_MS)
  try {
    const back = await new Promise<MediaStream>((resolve, reject) => {
      const heard = new Promise<MediaStream>((given) =>
        session.connection.addEventListener('track', ({ track, streams }) =>
          given(streams[0] ?? new MediaStream([track])),
        ),
      )
      session.on('accepted', () => {
        clearTimeout(late)
        resolve(heard)
      })
      session.on('failed', ({ cause }) => reject(new Error(cause)))
      session.on('ended', ({ cause }) => reject(new Error(cause)))
    })
    return await hear(back)
  } finally {
    clearTimeout(late)
    if (!session.isEnded()) session.terminate()
  }
}
