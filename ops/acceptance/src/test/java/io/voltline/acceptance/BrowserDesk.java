package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.audio.Wav;
import io.voltline.testkit.house.Account;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An agent's desk in headless Chromium, with a tone for a microphone. The browser is the
 * provisioned root's; nothing is downloaded.
 */
final class BrowserDesk implements AutoCloseable {
  private static final double SECONDS_TO_REGISTER = 15_000;

  /** In decibels of the browser's analyser. */
  private static final double AUDIBLE = -60;

  /**
   * What the page plays to the agent, by the browser's own analyser: loudest frequency, its level,
   * and the level at each frequency asked for.
   */
  private static final String LISTEN =
      """
      async (asked) => {
        const stream = document.querySelector('[data-testid=remote-audio]').srcObject
        if (!stream) return [0, -200, ...asked.map(() => -200)]
        window.ear ??= new Map()
        if (!window.ear.has(stream)) {
          const context = new AudioContext()
          await context.resume()
          const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 })
          context.createMediaStreamSource(stream).connect(analyser)
          window.ear.set(stream, [context, analyser])
        }
        const [context, analyser] = window.ear.get(stream)
        const levels = new Float32Array(analyser.frequencyBinCount)
        analyser.getFloatFrequencyData(levels)
        const loudest = levels.indexOf(Math.max(...levels))
        const width = context.sampleRate / analyser.fftSize
        const at = (hertz) => levels[Math.round(hertz / width)]
        return [loudest * width, levels[loudest], ...asked.map(at)]
      }
      """;

  private static final String POST =
      """
      async ([path, body]) => {
        const headers = {
          Authorization: 'Bearer ' + sessionStorage.getItem('voltline.token'),
          'Content-Type': 'application/json',
        }
        return (await fetch('/api/v1' + path, { method: 'POST', headers, body })).status
      }
      """;

  private final House house;
  private final int port;
  private final Playwright playwright;
  private final Browser browser;
  private final Page page;

  private BrowserDesk(House house, int port, Playwright playwright, Browser browser, Page page) {
    this.house = house;
    this.port = port;
    this.playwright = playwright;
    this.browser = browser;
    this.page = page;
    // The page asks before it lets itself be refreshed in the middle of a talk.
    page.onDialog(Dialog::accept);
    page.setViewportSize(1_280, 800);
    goTo("/");
  }

  static BrowserDesk open(House house) {
    return speaking(house, Seat.TONE);
  }

  /** The same with a tone of the own, in hertz. */
  static BrowserDesk speaking(House house, int hertz) {
    return open(house, house.http().getPort(), headset(hertz));
  }

  /** The same by a line that may be pulled out. */
  static BrowserDesk over(House house, PulledLine line) {
    return open(house, line.port(), headset(Seat.TONE));
  }

  /** A computer that nobody plugged a headset into. */
  static BrowserDesk withoutHeadset(House house) {
    return open(house, house.http().getPort(), List.of());
  }

  private static List<String> headset(int hertz) {
    return List.of(
        "--use-fake-device-for-media-stream",
        "--use-file-for-fake-audio-capture=" + microphone(hertz));
  }

  private static BrowserDesk open(House house, int port, List<String> devices) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(house.project().resolve("ops/lib/chromium"))
            .setEnv(environment(house))
            .setArgs(
                Stream.concat(
                        devices.stream(),
                        Stream.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--autoplay-policy=no-user-gesture-required",
                            "--use-fake-ui-for-media-stream"))
                    .toList());
    Browser browser = playwright.chromium().launch(options);
    return new BrowserDesk(house, port, playwright, browser, browser.newContext().newPage());
  }

  /** A second page of the same browser; it goes with the first. */
  BrowserDesk anotherPage() {
    return new BrowserDesk(house, port, playwright, browser, page.context().newPage());
  }

  House house() {
    return house;
  }

  /** The page, for what only one test looks at. */
  Page page() {
    return page;
  }

  /** A part of the page by its test id. */
  Locator part(String testId) {
    return page.getByTestId(testId);
  }

  /** Signs in and waits until the phone is registered. */
  void signIn(Account agent) {
    enter(agent);
    registered();
  }

  /** Signs in somebody who may have no phone. */
  void enter(Account who) {
    part("login-agent-no").fill(who.agentNo());
    part("login-password").fill(who.password());
    part("login-submit").click();
    assertThat(part("sign-out")).isVisible(visibleWithin(SECONDS_TO_REGISTER));
  }

  /** Goes to an address of the house, for example {@code /wallboard}, as whoever is signed in. */
  void goTo(String path) {
    page.navigate("http://localhost:" + port + path);
  }

  void registered() {
    assertThat(part("phone-registered")).isVisible(visibleWithin(SECONDS_TO_REGISTER));
  }

  /** Ready for calls, by the button. */
  void goIdle() {
    part("state-idle").click();
    assertThat(part("agent-state")).hasAttribute("data-state", "IDLE");
  }

  /** Waits until the phone panel is in a phase, for example ringing or talking. */
  void inPhase(String phase) {
    assertThat(part("call-panel"))
        .hasAttribute(
            "data-phase",
            phase,
            new LocatorAssertions.HasAttributeOptions().setTimeout(SECONDS_TO_REGISTER));
  }

  /** Whether the agent hears this tone now. */
  boolean hears(int hertz) {
    List<Double> heard = listen(List.of());
    return Math.abs(heard.get(0) - hertz) < 15 && heard.get(1) > AUDIBLE;
  }

  /** Whether the agent hears each of these tones now, the loudest among them. */
  boolean hearsAll(Integer... hertz) {
    List<Double> heard = listen(List.of(hertz));
    return Arrays.stream(hertz).anyMatch(it -> Math.abs(heard.get(0) - it) < 15)
        && heard.subList(2, heard.size()).stream().allMatch(level -> level > AUDIBLE);
  }

  private List<Double> listen(List<Integer> hertz) {
    return ((List<?>) page.evaluate(LISTEN, hertz))
        .stream().map(it -> ((Number) it).doubleValue()).toList();
  }

  /** Posts to the engine's API in the name of whoever is signed in here; the answer's status. */
  int posts(String path, String json) {
    return ((Number) page.evaluate(POST, List.of(path, json))).intValue();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static LocatorAssertions.IsVisibleOptions visibleWithin(double millis) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(millis);
  }

  private static Map<String, String> environment(House house) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(house.environment());
    return environment;
  }

  /** Ten seconds of a tone; the browser plays them again and again. */
  private static Path microphone(int hertz) {
    try {
      Path file = Files.createTempFile("voltline-microphone-", ".wav");
      file.toFile().deleteOnExit();
      short[] tone = new short[10 * Voice.RATE];
      Voice voice = Voice.tone(hertz);
      for (int at = 0; at < tone.length; at += Voice.FRAME) {
        System.arraycopy(voice.next(), 0, tone, at, Voice.FRAME);
      }
      Wav.mono(tone).write(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
