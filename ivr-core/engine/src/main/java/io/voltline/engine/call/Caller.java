package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The caller's channel, as the flow and the queue use it. All methods are called from the call's
 * own thread and block; each that says so throws {@link CallerGone} once the caller has hung up.
 */
public interface Caller {

  CallId callId();

  /** The calling number as the trunk gave it; empty text when withheld. */
  String number();

  /** When the call reached the switch. */
  Instant arrivedAt();

  /** Takes the call; before it the caller hears the ringing tone. */
  void answer() throws CallerGone;

  /** Prompts play in this language from now on. */
  void speak(Language language) throws CallerGone;

  /**
   * Plays prompts one after the other until done or until one of the keys is pressed. A prompt that
   * is not there is skipped and told in the log.
   *
   * @param keys the keys that end it, of {@code 0123456789*#}; empty text for none
   * @return the key, or empty when all was played
   */
  Optional<Character> play(List<String> prompts, String keys) throws CallerGone;

  /**
   * Plays prompts one after the other until done or until {@link Announcement#cut}, in the middle
   * of a prompt, or one of the keys; where there are keys, the caller has a moment more, with
   * music, to press one. Music that played has to be put on again.
   *
   * @return the key, if one was pressed
   */
  Optional<Character> announce(List<String> prompts, String keys, Announcement announcement)
      throws CallerGone;

  /** Waits in silence for one key. */
  Optional<Character> waitForKey(Duration limit) throws CallerGone;

  /** Music on or off; returns at once while the music goes on. */
  void music(boolean on) throws CallerGone;

  /** Writes a variable on the channel, for whoever takes the call over. */
  void remember(String name, String value) throws CallerGone;

  /** Reads a variable that {@link #remember} wrote, maybe in another engine's time. */
  Optional<String> recall(String name) throws CallerGone;

  /** Returns while the caller is there, with a key that was pressed meanwhile. */
  Optional<Character> check() throws CallerGone;

  /**
   * From the next ring on both parties are recorded while they talk: two channels, caller left,
   * agent right.
   */
  void record(String fileName) throws CallerGone;

  /** Ends the recording; the file is closed on return. Works after the caller is gone, too. */
  void stopRecording();

  /**
   * Rings agents from the caller's own channel, all at once, and stays until the ring or the talk
   * is over. {@code observer} hears of the rings and the answer as they happen, from another
   * thread.
   *
   * @return how it ended for those whose end {@code observer} was not told
   */
  RingResult ring(List<AgentNo> agents, Duration ringTime, RingObserver observer) throws CallerGone;

  /** The talk that was is over for the switch, too: the caller waits again. */
  void apart() throws CallerGone;

  /**
   * A message that was taken.
   *
   * @param seconds that were recorded; 0 when nothing was said
   * @param hungUp whether the caller ended it so
   */
  record Taken(long seconds, boolean hungUp) {}

  /**
   * Sounds a tone and records the caller until {@code #}, a longer silence or the limit.
   *
   * @param fileName below the folder where the switch records
   */
  Taken takeMessage(String fileName, Duration limit) throws CallerGone;

  /** Rings a number outside from the caller's own channel and stays until a talk is over. */
  RingResult transfer(String number, Duration ringTime) throws CallerGone;

  /**
   * Tells the switch that the engine is done with this call, which hangs up then. Without it the
   * switch takes the call to another engine.
   */
  void done() throws CallerGone;
}
