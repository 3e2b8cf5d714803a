package io.voltline.testkit.audio;

/** What a tenth of a second sounds like. */
public sealed interface Sound {
  /** Nothing, or as good as nothing: below −50 dB of full scale. */
  record Silence() implements Sound {
    @Override
    public String toString() {
      return "silence";
    }
  }

  /**
   * One pure tone.
   *
   * @param hertz as measured, within 1 %
   */
  record Tone(int hertz) implements Sound {
    /** Whether this is the tone meant, within 2 %. */
    public boolean is(int meant) {
      return Math.abs(hertz - meant) * 50 <= meant;
    }

    @Override
    public String toString() {
      return "tone of " + hertz + " Hz";
    }
  }

  /** Anything else: speech, music, noise. */
  record Mixed() implements Sound {
    @Override
    public String toString() {
      return "speech or music";
    }
  }
}
