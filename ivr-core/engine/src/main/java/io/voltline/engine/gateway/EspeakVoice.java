package io.voltline.engine.gateway;

import io.voltline.domain.kernel.Language;
import io.voltline.domain.speech.ChineseText;
import io.voltline.engine.speech.Voice;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** The voice of espeak-ng, one short process a text; the same as the prompts'. */
public final class EspeakVoice implements Voice {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** As in {@code ops/lib/speak}: prompts and free text stand in one sentence. */
  private static final Map<Language, List<String>> VOICES =
      Map.of(
          Language.ZH, List.of("-v", "cmn", "-s", "185"),
          Language.EN, List.of("-v", "en-gb", "-s", "160"));

  private final List<String> command;

  /**
   * Starts nothing yet.
   *
   * @param command the program and what it always needs to be told
   */
  public EspeakVoice(List<String> command) {
    this.command = List.copyOf(command);
  }

  @Override
  public String name() {
    return "espeak-ng " + VOICES.get(Language.ZH) + VOICES.get(Language.EN);
  }

  @Override
  public byte[] speak(Language language, String text) throws IOException {
    var all = new ArrayList<>(command);
    all.addAll(VOICES.getOrDefault(language, List.of()));
    // Text comes through stdin as UTF-8 (-b 1), where nothing in it can be taken for an option.
    all.addAll(List.of("-b", "1", "--stdin", "--stdout"));
    Process process =
        new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      var sound = CompletableFuture.supplyAsync(() -> output(process), Thread::startVirtualThread);
      try (OutputStream in = process.getOutputStream()) {
        in.write(written(language, text).getBytes(StandardCharsets.UTF_8));
      }
      return ended(process, sound);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Its Chinese voice leaves out the 零 of 1001 and more. */
  private static String written(Language language, String text) {
    return language == Language.ZH ? ChineseText.spoken(text) : text;
  }

  private static byte[] ended(Process process, CompletableFuture<byte[]> sound) throws IOException {
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("espeak-ng takes longer than " + LIMIT.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException("espeak-ng ended with " + process.exitValue());
      }
      return sound.get();
    } catch (ExecutionException e) {
      throw new IOException("espeak-ng broke off: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static byte[] output(Process process) {
    try {
      return process.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
