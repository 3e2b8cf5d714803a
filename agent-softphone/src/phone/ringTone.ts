// China's ring: 450 Hz, 1 s on, 4 s off.
const HERTZ = 450
const ON_SECONDS = 1
const CYCLE_MS = 5_000
const VOLUME = 0.08

/** Rings until the returned function is called. Silent where the browser doesn't let the page sound yet. */
export function startRinging(): () => void {
  const context = new AudioContext()
  const burst = () => {
    const tone = new OscillatorNode(context, { frequency: HERTZ })
    tone.connect(new GainNode(context, { gain: VOLUME })).connect(context.destination)
    tone.start()
    tone.stop(context.currentTime + ON_SECONDS)
  }
  burst()
  const timer = setInterval(burst, CYCLE_MS)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}
