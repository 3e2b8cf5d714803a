import type { Phone } from './phone'

/** The switch's echo was not reached; nothing came back; or much less than was sent. */
export type MediaProblem = 'unreached' | 'silent' | 'faint'

const HERTZ = 1_000
const VOLUME = 0.25
const LOST_DECIBEL = 12
// Below this, no tone of ours came back but the noise of the coder.
const NOTHING_DECIBEL = -70
const LOOK_MS = 40
const PATIENCE_MS = 2_000

/** Sends a tone to the switch and hears it back: proves the way of the sound in both directions without a caller. */
export async function probeMedia(phone: Phone): Promise<MediaProblem | undefined> {
  const context = new AudioContext()
  try {
    await context.resume()
    const tone = new OscillatorNode(context, { frequency: HERTZ })
    const sent = new MediaStreamAudioDestinationNode(context)
    const volume = new GainNode(context, { gain: VOLUME })
    tone.connect(volume).connect(sent)
    const loud = meter(context, volume)
    tone.start()
    return await phone.echo(sent.stream, async (back) => verdict(loud, await loudest(context, back, loud)))
  } catch {
    return 'unreached'
  } finally {
    void context.close()
  }
}

function verdict(loud: () => number, heard: number): MediaProblem | undefined {
  if (heard < NOTHING_DECIBEL) return 'silent'
  return heard < loud() - LOST_DECIBEL ? 'faint' : undefined
}

/** The tone's level in what came back: as soon as it is loud enough, else the loudest of the time allowed. */
async function loudest(context: AudioContext, back: MediaStream, loud: () => number): Promise<number> {
  // Chrome hands a remote stream's sound to nobody while no element plays it.
  const player = new Audio()
  player.srcObject = back
  player.muted = true
  const level = meter(context, new MediaStreamAudioSourceNode(context, { mediaStream: back }))
  let most = -Infinity
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
    most = Math.max(most, level())
    if (most >= loud() - LOST_DECIBEL) break
    await new Promise((done) => setTimeout(done, LOOK_MS))
  }
  player.srcObject = null
  return most
}

/** Reads the level of the tone's own frequency, in decibel. */
function meter(context: AudioContext, from: AudioNode): () => number {
  const analyser = new AnalyserNode(context, { fftSize: 2_048, smoothingTimeConstant: 0 })
  from.connect(analyser)
  const levels = new Float32Array(analyser.frequencyBinCount)
  const at = Math.round((HERTZ * analyser.fftSize) / context.sampleRate)
  return () => {
    analyser.getFloatFrequencyData(levels)
    return Math.max(...levels.subarray(at - 1, at + 2))
  }
}
