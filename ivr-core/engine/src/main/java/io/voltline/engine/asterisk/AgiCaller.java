package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.engine.call.Announcement;
import io.voltline.engine.call.Caller;
import io.voltline.engine.call.CallerGone;
import io.voltline.engine.call.RingObserver;
import io.voltline.engine.call.RingResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiHangupException;
import org.asteriskjava.fastagi.AgiNetworkException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.command.AgiCommand;
import org.asteriskjava.fastagi.command.AnswerCommand;
import org.asteriskjava.fastagi.command.ExecCommand;
import org.asteriskjava.fastagi.command.RecordFileCommand;
import org.asteriskjava.fastagi.command.SetMusicOffCommand;
import org.asteriskjava.fastagi.command.SetMusicOnCommand;
import org.asteriskjava.fastagi.command.WaitForDigitCommand;
import org.asteriskjava.fastagi.reply.AgiReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A caller's channel, driven by AGI commands. */
final class AgiCaller implements Caller {
  private static final Logger log = LoggerFactory.getLogger(AgiCaller.class);

  /** Where the prompts stand below the sounds of a language. */
  private static final String PROMPTS = "voltline/";

  /** Behind a language: the house's own prompts, where it has them, before the product's. */
  private static final String HOUSE = "_house";

  private static final int HUNG_UP = -1;

  /** Whoever is silent for this long has said it all. */
  private static final int SILENCE_SECONDS = 5;

  /** For whoever was told what keys do. */
  private static final Duration CHOOSES = Duration.ofSeconds(5);

  /** The key that ends an announcement: AMI presses it, no keypad has it. */
  static final String CUT = "D";

  private final AgiChannel channel;
  private final CallId callId;
  private final String name;
  private final String number;
  private final Instant arrivedAt;
  private final String spool;
  private final Rings rings;
  private final BiFunction<AgentNo, Language, Optional<String>> numbers;
  private Language language = Language.ZH;
  private String recording = "";

  AgiCaller(
      AgiRequest request,
      AgiChannel channel,
      String spool,
      Rings rings,
      BiFunction<AgentNo, Language, Optional<String>> numbers,
      Instant arrivedAt) {
    this(new CallId(request.getUniqueId()), request, channel, spool, rings, numbers, arrivedAt);
  }

  /**
   * @param callId of the call that the channel goes on with
   * @param numbers the sound of an agent's number
   */
  AgiCaller(
      CallId callId,
      AgiRequest request,
      AgiChannel channel,
      String spool,
      Rings rings,
      BiFunction<AgentNo, Language, Optional<String>> numbers,
      Instant arrivedAt) {
    this.numbers = numbers;
    this.channel = channel;
    this.callId = callId;
    this.name = Objects.requireNonNullElse(request.getChannel(), "");
    this.number = Objects.requireNonNullElse(request.getCallerIdNumber(), "");
    this.arrivedAt = arrivedAt;
    this.spool = spool;
    this.rings = rings;
  }

  @Override
  public CallId callId() {
    return callId;
  }

  @Override
  public String number() {
    return number;
  }

  @Override
  public Instant arrivedAt() {
    return arrivedAt;
  }

  @Override
  public void answer() throws CallerGone {
    send(new AnswerCommand());
  }

  @Override
  public void speak(Language language) throws CallerGone {
    remember("CHANNEL(language)", language.code() + HOUSE);
    this.language = language;
  }

  @Override
  public Optional<Character> play(List<String> prompts, String keys) throws CallerGone {
    for (String prompt : prompts) {
      AgiReply reply = send(AgiWords.of("STREAM FILE", PROMPTS + prompt, keys));
      Optional<Character> key = key(reply);
      if (key.isPresent()) {
        return key;
      }
      if ("0".equals(reply.getAttribute("endpos"))) {
        log.error("prompt '{}' is not there", prompt);
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Character> announce(List<String> prompts, String keys, Announcement announcement)
      throws CallerGone {
    for (String prompt : prompts) {
      Optional<Character> key =
          announcement.wanted() ? play(List.of(prompt), CUT + keys) : Optional.of(CUT.charAt(0));
      if (key.isPresent()) {
        return key.filter(pressed -> keys.indexOf(pressed) >= 0);
      }
    }
    // Most people press a key only when they have heard all of them.
    if (keys.isEmpty() || !announcement.wanted()) {
      return Optional.empty();
    }
    music(true);
    return waitForKey(CHOOSES).filter(pressed -> keys.indexOf(pressed) >= 0);
  }

  @Override
  public Optional<Character> waitForKey(Duration limit) throws CallerGone {
    return key(send(new WaitForDigitCommand(Math.toIntExact(limit.toMillis()))));
  }

  @Override
  public void music(boolean on) throws CallerGone {
    send(on ? new SetMusicOnCommand() : new SetMusicOffCommand());
  }

  @Override
  public void remember(String name, String value) throws CallerGone {
    send(AgiWords.of("SET VARIABLE", name, value));
  }

  @Override
  public Optional<String> recall(String name) throws CallerGone {
    AgiReply reply = send(AgiWords.of("GET VARIABLE", name));
    return reply.getResultCode() == 1
        ? Optional.ofNullable(reply.getExtra()).filter(value -> !value.isEmpty())
        : Optional.empty();
  }

  /**
   * Asterisk refuses to wait for a key on a channel that is hung up; any other command it takes.
   */
  @Override
  public Optional<Character> check() throws CallerGone {
    return waitForKey(Duration.ofMillis(1));
  }

  @Override
  public void record(String fileName) throws CallerGone {
    recording = spool + "/" + fileName;
  }

  @Override
  public void stopRecording() {
    try {
      // Works on a channel that is hung up, too, and returns when the file is closed.
      send(new ExecCommand("StopMixMonitor"));
    } catch (CallerGone gone) {
      log.debug("the switch closes the recording by itself: {}", gone.getMessage());
    }
  }

  @Override
  public RingResult ring(List<AgentNo> agents, Duration ringTime, RingObserver observer)
      throws CallerGone {
    rings.begin(callId, agents, observer);
    try {
      AgiReply reply = send(dial(agents, ringTime));
      boolean kept = rings.kept(callId);
      if (kept) {
        reply = stay();
      }
      // The switch may say so here before its event comes through.
      agents.forEach(observer::left);
      // Set when two were joined; DIALSTATUS says ANSWER as soon as the agent takes the call.
      boolean talked = kept || recall("ANSWEREDTIME").isPresent();
      if (talked) {
        // The events may still be on their way, or AMI may be down.
        observer.answered(whoTalked(agents));
      }
      if (kept || reply.getResultCode() == HUNG_UP) {
        // The conference does not say how it was left. Also when the agent hangs up during the
        // announcement: then the caller is still there.
        check();
      }
      return talked ? RingResult.TALKED : missed(agents.size());
    } finally {
      rings.end(callId);
    }
  }

  /** In the conference of a talk that the desk put aside, until nobody else is in it. */
  private AgiReply stay() throws CallerGone {
    return send(
        new ExecCommand(
            "ConfBridge", callId.value(), "voltline_talk", "voltline_party", "voltline_keys"));
  }

  private ExecCommand dial(List<AgentNo> agents, Duration ringTime) {
    return new ExecCommand(
        "Dial",
        agents.stream().map(agent -> "PJSIP/" + agent).collect(Collectors.joining("&")),
        String.format(Locale.ROOT, "%.3f", ringTime.toMillis() / 1000.0),
        // g: go on when the agent hangs up; B: the dialplan begins to record before it rings, which
        // saves a command of its own while an agent is free.
        "g"
            + (agents.size() == 1 ? announced(agents.getFirst()) : "")
            + ("B(record^s^1(" + recording + "))")
            + (standsIn() ? "U(call-back-begins^" + otherHalf() + ")" : ""));
  }

  /** Whether this is no caller's channel but half of one that stands in line for a customer. */
  private boolean standsIn() {
    return name.startsWith("Local/");
  }

  private String otherHalf() {
    return name.substring(0, name.length() - 1) + "2";
  }

  /**
   * The number, to both, before they are joined. Only where one phone rings: of several the first
   * to answer has no time to lose.
   */
  private String announced(AgentNo agent) {
    return numbers
        .apply(agent, language)
        .map(sound -> "A(" + PROMPTS + sound + ":" + PROMPTS + sound + ")")
        .orElse("");
  }

  private AgentNo whoTalked(List<AgentNo> agents) throws CallerGone {
    return agents.size() == 1
        ? agents.getFirst()
        : recall("DIALEDPEERNAME").flatMap(Rings::agentOf).orElse(agents.getFirst());
  }

  private RingResult missed(int phones) throws CallerGone {
    String status = recall("DIALSTATUS").orElse("");
    if (phones > 1 && !status.equals("NOANSWER")) {
      // The worst of all phones' ends, and each told its own by AMI: blames nobody who did not.
      return RingResult.UNREACHABLE;
    }
    String cause = recall("HANGUPCAUSE").orElse("");
    log.debug("not answered: {} {}", status, cause);
    return DialResults.of(status, cause);
  }

  /** What the dialplan goes by when an engine is gone. */
  @Override
  public void apart() throws CallerGone {
    remember("VL_KEEP", "");
    remember("CONFBRIDGE_RESULT", "");
    remember("ANSWEREDTIME", "");
  }

  @Override
  public Taken takeMessage(String fileName, Duration limit) throws CallerGone {
    String file = spool + "/" + fileName;
    boolean hungUp = false;
    try {
      int end = fileName.lastIndexOf('.');
      AgiReply reply =
          send(
              new RecordFileCommand(
                  spool + "/" + fileName.substring(0, end),
                  fileName.substring(end + 1),
                  "#",
                  Math.toIntExact(limit.toMillis()),
                  0,
                  true,
                  SILENCE_SECONDS));
      hungUp = reply.getResultCode() == HUNG_UP;
    } catch (CallerGone gone) {
      log.debug("the message ends with the call: {}", gone.getMessage());
      hungUp = true;
    }
    return new Taken(Messages.seconds(Path.of(file)), hungUp);
  }

  @Override
  public RingResult transfer(String number, Duration ringTime) throws CallerGone {
    AgiReply reply =
        send(
            new ExecCommand(
                "Dial", "PJSIP/" + number + "@trunk", Long.toString(ringTime.toSeconds()), "g"));
    boolean talked = recall("ANSWEREDTIME").isPresent();
    if (reply.getResultCode() == HUNG_UP) {
      check();
    }
    return talked ? RingResult.TALKED : missed(1);
  }

  @Override
  public void done() throws CallerGone {
    remember("VL_DONE", "1");
  }

  private Optional<Character> key(AgiReply reply) throws CallerGone {
    int code = reply.getResultCode();
    if (code == HUNG_UP) {
      throw new CallerGone("hung up");
    }
    return code == 0 ? Optional.empty() : Optional.of((char) code);
  }

  private AgiReply send(AgiCommand command) throws CallerGone {
    try {
      return channel.sendCommand(command);
    } catch (AgiHangupException | AgiNetworkException e) {
      throw new CallerGone("the channel is gone");
    } catch (AgiException e) {
      throw new IllegalStateException("the switch refuses " + command.buildCommand(), e);
    }
  }
}
