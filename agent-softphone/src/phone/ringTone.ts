// China's ring: 450 Hz, 1 s on, 4 s off.
const HERTZ = 450
const ON_SECONDS = 1
const CYCLE_MS = 5_000
const VOLUME = 0.08
// Two short beeps that no ring has: the caller is on the line when they are over.
const BEEP = { hertz: 880, seconds: 0.12, every: 0.22, times: 2 }

/** Rings until the returned function is called. Silent where the browser doesn't let the page sound yet. */
export function startRinging(): () => void {
  const context = new AudioContext()
  const burst = () => sound(context, HERTZ, context.currentTime, ON_SECONDS)
  burst()
  const timer = setInterval(burst, CYCLE_MS)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}

/** Tells the agent's ear that a caller is put through; resolves when it is over. */
export async function beep(): Promise<void> {
  const context = new AudioContext()
  for (let n = 0; n < BEEP.times; n++) {
    sound(context, BEEP.hertz, context.currentTime + n * BEEP.every, BEEP.seconds)
  }
  // By the clock and not by the tone's end, which never comes while the browser lets the page make no sound.
  await new Promise((done) => setTimeout(done, BEEP.times * BEEP.every * 1_000))
  void context.close()
}

function sound(context: AudioContext, frequency: number, at: number, seconds: number): void {
  const tone = new OscillatorNode(context, { frequency })
  tone.connect(new GainNode(context, { gain: VOLUME })).connect(context.destination)
  tone.start(at)
  tone.stop(at + seconds)
}
