package io.voltline.engine.gateway;

import io.voltline.domain.kernel.Language;
import io.voltline.engine.speech.Voice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The voice of a service: the text is posted to it as plain UTF-8, with the language as {@code
 * Accept-Language}; it answers 200 with a WAV file.
 */
public final class HttpVoice implements Voice, AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final HttpResponse.BodyHandler<byte[]> BODY =
      HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES);
  private static final Map<Language, String> TAGS =
      Map.of(Language.ZH, "zh-CN", Language.EN, "en-GB");

  private final URI service;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(LIMIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Connects to nobody yet. */
  public HttpVoice(URI service) {
    this.service = service;
  }

  @Override
  public String name() {
    return service.toString();
  }

  @Override
  public byte[] speak(Language language, String text) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(service)
            .header("Content-Type", "text/plain; charset=utf-8")
            .header("Accept", "audio/wav")
            .header("Accept-Language", TAGS.getOrDefault(language, language.code()))
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build();
    // The request's own time-out ends with the headers; a body that never ends must not hold the
    // voice.
    var sent = client.sendAsync(request, BODY);
    try {
      HttpResponse<byte[]> answer = sent.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != 200) {
        throw new IOException("the voice's service answered " + answer.statusCode());
      }
      return answer.body();
    } catch (TimeoutException e) {
      throw new IOException("the voice's service takes longer than " + LIMIT.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException("the voice's service can't be asked: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      sent.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
