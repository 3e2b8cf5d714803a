package io.voltline.engine.selfservice;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.Input;
import io.voltline.engine.call.FlowCall;
import io.voltline.engine.call.FlowServices;
import io.voltline.engine.desk.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Answers what flows ask, each question on a thread of its own and within a limit: a caller never
 * waits for a store that is slow, and hears nothing of one that is down.
 */
public final class SelfService implements FlowServices, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SelfService.class);

  private final Map<String, Question.Answer> answers = new HashMap<>();
  private final Duration limit;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("service-", 0).factory());

  /** Answers every service of the catalogue. */
  public static SelfService of(
      Books books, ServiceRules rules, InstantSource clock, MeterRegistry metrics) {
    var zone = rules.callBacks().zone();
    return new SelfService(
        List.of(
            new CallerService(books.numbers(), books.customers(), rules.repeatWindow()),
            new OutageService(books.customers(), books.outages(), books.orders()),
            new BillService(books.customers(), books.bills(), zone),
            new OrderService(books.orders(), rules.urgePause()),
            new RequestService(books.customers(), books.orders()),
            new HallService(
                books.halls(),
                books.calendars(),
                Map.of("call-back", rules.callBacks().openingHours()),
                zone),
            new SituationService(books.situation()),
            new MessageService(SmsTemplates.read(zone), books.outbox(), books.faxes()),
            new CallBackService(
                books.callBacks(), rules.callBacks(), rules.usualQueue(), rules.usualDemand()),
            new MessageTapeService(books.customers(), books.orders(), books.tapes()),
            new SurveyService(books.surveys())),
        rules.limit(),
        clock,
        metrics);
  }

  /**
   * Answers by the subjects' services.
   *
   * @param limit how long one answer may take
   */
  SelfService(List<Subject> subjects, Duration limit, InstantSource clock, MeterRegistry metrics) {
    subjects.forEach(subject -> answers.putAll(subject.answers()));
    this.limit = limit;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** The services that are answered. */
  Set<String> names() {
    return Set.copyOf(answers.keySet());
  }

  @Override
  public Input.Told consult(FlowCall call, Action.Consult ask) {
    long began = System.nanoTime();
    Input.Told told = answer(call, ask);
    long took = System.nanoTime() - began;
    metrics
        .timer("voltline.services", "service", ask.service(), "outcome", told.outcome())
        .record(took, TimeUnit.NANOSECONDS);
    log.info("{}: {} after {} ms", ask.service(), told.outcome(), took / 1_000_000);
    return told;
  }

  private Input.Told answer(FlowCall call, Action.Consult ask) {
    var question = new Question(ask.service(), call, ask.arguments(), clock.instant());
    Future<Input.Told> told = threads.submit(() -> answer(question));
    try {
      return told.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unavailable down) {
        log.warn("{}: {}", ask.service(), down.getMessage());
      } else {
        log.error("{} failed", ask.service(), e.getCause());
      }
    } catch (TimeoutException e) {
      // Not interrupted: that would close a connection which the store takes for its own end.
      log.warn("{} took longer than {} ms", ask.service(), limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Input.Told.failed();
  }

  private Input.Told answer(Question question) throws Exception {
    try (var _ = MDC.putCloseable("callId", question.call().call().value())) {
      return Optional.ofNullable(answers.get(question.service()))
          .orElseThrow(() -> new IllegalArgumentException("no such service"))
          .to(question);
    }
  }

  /** Questions that are being answered come to their end. */
  @Override
  public void close() {
    threads.close();
  }
}
