package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A caller in memory: presses the keys of a script, and is rung and hung up by the test. */
final class ScriptedCaller implements Caller {

  /** A ring under way, for the test to answer. */
  record Rung(
      List<AgentNo> agents, RingObserver observer, BlockingQueue<Optional<RingResult>> end) {

    /** The only agent takes the call and the two are joined. */
    void answer() {
      AgentNo agent = agents.getFirst();
      observer.ringing(agent);
      observer.pickedUp(agent);
      observer.answered(agent);
    }

    void end(RingResult result) {
      end.add(Optional.of(result));
    }

    void callerHangsUp() {
      end.add(Optional.empty());
    }
  }

  static final CallId ID = new CallId("vl1-1.1");

  final List<String> commands = new CopyOnWriteArrayList<>();
  final Map<String, String> variables = new ConcurrentHashMap<>();
  final BlockingQueue<Rung> rings = new ArrayBlockingQueue<>(10);
  private final BlockingQueue<Character> choices = new ArrayBlockingQueue<>(10);
  private final BlockingQueue<Boolean> said = new ArrayBlockingQueue<>(100);
  private final String keys;
  volatile long messageSeconds;
  volatile boolean messageEndsCall;
  volatile RingResult transferred = RingResult.NOT_ANSWERED;
  private int pressed;
  private boolean typing;
  private volatile int hangUpAt = Integer.MAX_VALUE;
  private volatile String hangUpAtPrompt = "nothing";

  /**
   * @param keys one for each menu; a dash is silence, and what stands in brackets is typed at once
   */
  ScriptedCaller(String keys) {
    this.keys = keys;
  }

  /** Hangs up as the command of this number comes, from 1. */
  ScriptedCaller hangingUpAt(int command) {
    hangUpAt = command;
    return this;
  }

  /** Hangs up while this is said. */
  void hangingUpAtPrompt(String prompt) {
    hangUpAtPrompt = prompt;
  }

  void hangUp() {
    hangUpAt = 0;
  }

  @Override
  public CallId callId() {
    return ID;
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
    command("answer");
  }

  @Override
  public void speak(Language language) throws CallerGone {
    command("speak " + language.code());
  }

  @Override
  public Optional<Character> play(List<String> prompts, String allowed) throws CallerGone {
    command("play " + String.join(" ", prompts));
    if (prompts.contains(hangUpAtPrompt)) {
      hangUp();
      throw new CallerGone("hung up");
    }
    if (allowed.isEmpty()) {
      return Optional.empty();
    }
    typing = pressed < keys.length() && keys.charAt(pressed) == '(';
    if (typing) {
      pressed++;
    }
    return nextKey();
  }

  private Optional<Character> nextKey() {
    char key = pressed < keys.length() ? keys.charAt(pressed++) : '-';
    typing &= key != ')';
    return key == '-' || key == ')' ? Optional.empty() : Optional.of(key);
  }

  /** Goes on until it is cut or the test says it was heard to the end. */
  @Override
  public Optional<Character> announce(List<String> prompts, String keys, Announcement announcement)
      throws CallerGone {
    command("announce " + String.join(" ", prompts));
    try {
      said.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    command("said");
    return chosen();
  }

  /** The announcement ends, by itself or because it is cut. */
  void said() {
    said.add(true);
  }

  @Override
  public Optional<Character> waitForKey(Duration limit) throws CallerGone {
    command("wait " + limit.toSeconds());
    return typing ? nextKey() : Optional.empty();
  }

  @Override
  public void apart() throws CallerGone {
    command("apart");
  }

  @Override
  public Taken takeMessage(String fileName, Duration limit) throws CallerGone {
    command("record " + limit.toSeconds());
    return new Taken(messageSeconds, messageEndsCall);
  }

  @Override
  public RingResult transfer(String number, Duration ringTime) throws CallerGone {
    command("transfer " + number);
    return transferred;
  }

  @Override
  public void music(boolean on) throws CallerGone {
    command("music " + on);
  }

  @Override
  public void remember(String name, String value) throws CallerGone {
    command("remember " + name);
    variables.put(name, value);
  }

  @Override
  public Optional<String> recall(String name) throws CallerGone {
    command("recall " + name);
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public Optional<Character> check() throws CallerGone {
    command("check");
    return chosen();
  }

  /** Presses a key while waiting. */
  void choose(char key) {
    choices.add(key);
  }

  /** Every key that was chosen has been read. */
  boolean hasChosenNothing() {
    return choices.isEmpty();
  }

  private Optional<Character> chosen() {
    return Optional.ofNullable(choices.poll());
  }

  @Override
  public void record(String fileName) throws CallerGone {
    command("record " + fileName);
  }

  @Override
  public void stopRecording() {
    commands.add("stop recording");
  }

  @Override
  public RingResult ring(List<AgentNo> agents, Duration ringTime, RingObserver observer)
      throws CallerGone {
    command("ring " + agents.stream().map(AgentNo::value).collect(Collectors.joining("&")));
    var rung = new Rung(agents, observer, new ArrayBlockingQueue<>(2));
    rings.add(rung);
    try {
      return rung.end().take().orElseThrow(() -> new CallerGone("hung up"));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void done() throws CallerGone {
    command("done");
  }

  private void command(String command) throws CallerGone {
    commands.add(command);
    if (commands.size() >= hangUpAt) {
      throw new CallerGone("hung up");
    }
  }
}
