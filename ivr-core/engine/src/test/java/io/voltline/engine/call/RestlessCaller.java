package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A caller in memory who presses keys at random and hangs up at some command; an agent who is
 * offered talks and hangs up.
 */
final class RestlessCaller implements Caller {
  private static final String LIKELY = "1111222333445560";
  private static final String ANY = "0123456789*#";
  private static final int[] LENGTHS = {0, 3, 6, 10, 10, 10, 14};

  private final Random random;
  private final int hangsUpAt;
  private final Diary diary;
  private final Map<String, Integer> lastCommandAt = new LinkedHashMap<>();
  private int commands;
  private int stillToType;
  private boolean typing;
  private volatile boolean gone;
  private volatile boolean music;

  RestlessCaller(Random random, int hangsUpAt, Diary diary) {
    this.random = random;
    this.hangsUpAt = hangsUpAt;
    this.diary = diary;
  }

  /** The last command at each node the caller came to; the call must be over. */
  Map<String, Integer> lastCommandAt() {
    nodesLeft();
    return lastCommandAt;
  }

  /** A node is written down when it is left, and the command before was its last. */
  private void nodesLeft() {
    diary.of("log.node ").stream()
        .map(line -> line.split(" ", -1)[1])
        .forEach(node -> lastCommandAt.putIfAbsent(node, commands));
  }

  void hangUp() {
    gone = true;
  }

  /** Something comes of the wait now. */
  void waitsNoMore() {
    music = false;
  }

  /** Whether the caller listens to music and does nothing. */
  boolean waits() {
    return music;
  }

  @Override
  public CallId callId() {
    return ScriptedCaller.ID;
  }

  @Override
  public String number() {
    return "00000000001";
  }

  @Override
  public Instant arrivedAt() {
    return Instant.EPOCH;
  }

  @Override
  public void answer() throws CallerGone {
    command();
  }

  @Override
  public void speak(Language language) throws CallerGone {
    command();
  }

  @Override
  public Optional<Character> play(List<String> prompts, String keys) throws CallerGone {
    command();
    typing = false;
    if (keys.isEmpty() || random.nextInt(8) == 0) {
      return Optional.empty();
    }
    typing = true;
    stillToType = LENGTHS[random.nextInt(LENGTHS.length)] - 1;
    String from = random.nextInt(5) == 0 ? ANY : LIKELY;
    return Optional.of(from.charAt(random.nextInt(from.length())));
  }

  @Override
  public Optional<Character> announce(List<String> prompts, String keys, Announcement announcement)
      throws CallerGone {
    command();
    return Optional.empty();
  }

  @Override
  public Optional<Character> waitForKey(Duration limit) throws CallerGone {
    command();
    if (!typing) {
      return Optional.empty();
    }
    return Optional.of(stillToType-- > 0 ? '9' : '#');
  }

  @Override
  public void apart() throws CallerGone {
    command();
  }

  @Override
  public Taken takeMessage(String fileName, Duration limit) throws CallerGone {
    command();
    return new Taken(random.nextInt(3), random.nextBoolean());
  }

  @Override
  public RingResult transfer(String number, Duration ringTime) throws CallerGone {
    command();
    return RingResult.NOT_ANSWERED;
  }

  @Override
  public void music(boolean on) throws CallerGone {
    command();
    music = on;
  }

  @Override
  public void remember(String name, String value) throws CallerGone {
    command();
  }

  @Override
  public Optional<String> recall(String name) throws CallerGone {
    command();
    return Optional.empty();
  }

  @Override
  public Optional<Character> check() throws CallerGone {
    command();
    return Optional.empty();
  }

  @Override
  public void record(String fileName) throws CallerGone {
    command();
  }

  @Override
  public void stopRecording() {
    // Works after the caller is gone, too.
  }

  @Override
  public RingResult ring(List<AgentNo> agents, Duration ringTime, RingObserver observer)
      throws CallerGone {
    command();
    observer.answered(agents.getFirst());
    return RingResult.TALKED;
  }

  @Override
  public void done() throws CallerGone {
    command();
  }

  private void command() throws CallerGone {
    nodesLeft();
    if (gone || ++commands >= hangsUpAt) {
      gone = true;
      throw new CallerGone("hung up");
    }
  }
}
