package io.voltline.acceptance;

import io.voltline.testkit.house.Api;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The people of one test; they leave when it ends, the last to come first. */
public final class Scene implements AutoCloseable {
  private static final String WATCHER = "2001";

  private final House house;
  private final Deque<Runnable> people = new ArrayDeque<>();
  private final Desk watcher;

  Scene(House house) {
    this.house = house;
    watcher = stays(house.api().signIn(house.account(WATCHER)), Desk::close);
  }

  House house() {
    return house;
  }

  /** A supervisor's desk, to see what becomes of things. */
  Desk watcher() {
    return watcher;
  }

  /** An agent with a desk phone, idle. */
  Seat seat(String agentNo, DeskPhone.Manner manner) {
    return stays(Seat.take(house, agentNo, manner), Seat::close);
  }

  /** Somebody calls the centre, with a tone for a voice. */
  Visitor calls(String from) {
    return stays(Visitor.call(this, from), Visitor::close);
  }

  /** Somebody calls who never did before: no agent is preferred for having talked with them. */
  Visitor strangerCalls() {
    return calls("00008%06d".formatted(System.currentTimeMillis() % 1_000_000));
  }

  /** Puts the storm switch so until the test ends. */
  JsonNode storm(String mode) {
    Api api = watcher.api();
    stays(api, it -> it.send("PUT", "/storm", Map.of("mode", "AUTO")).orThrow());
    return api.send("PUT", "/storm", Map.of("mode", mode)).orThrow();
  }

  /** Has callers hear another text of a prompt in Chinese until the test ends. */
  void changesPrompt(String id, String text) {
    asAdministrator(api -> api.send("PUT", prompt(id), Map.of("text", text)).orThrow());
    stays(id, this::putsPromptBack);
  }

  /** Has callers hear the product's own prompt in Chinese, whatever stands there. */
  void putsPromptBack(String id) {
    asAdministrator(
        api -> {
          for (JsonNode entry : api.get("/admin/prompts").orThrow().path("prompts")) {
            for (JsonNode own : entry.path("changed")) {
              if (own.path("id").asString().equals(id)) {
                String seen = "?seen=" + own.path("changedAt").asString();
                api.send("DELETE", prompt(id) + seen, Map.of()).orThrow();
              }
            }
          }
        });
  }

  private static String prompt(String id) {
    return "/admin/prompts/" + id + "/texts/zh";
  }

  private void asAdministrator(Consumer<Api> asking) {
    try (Desk desk = house.api().signIn(house.account(AdminPage.ADMIN))) {
      asking.accept(desk.api());
    }
  }

  /** Tells all agents something at their desks until the test ends. */
  void tellsDesks(String text, String level) {
    JsonNode sent =
        watcher.api().send("POST", "/broadcasts", Map.of("text", text, "level", level)).orThrow();
    String path = "/broadcasts/" + sent.path("id").asLong() + "/withdraw";
    stays(path, it -> watcher.api().send("POST", it, Map.of()));
  }

  /** Announces something to all callers until the test ends at the latest; the notice's id. */
  String announces() {
    String notice =
        watcher
            .api()
            .send(
                "POST",
                "/notices",
                Map.of("text", Map.of("zh", "测试通知", "en", "This is a test announcement")))
            .orThrow()
            .path("id")
            .asString();
    return stays(notice, this::announcesNoMore);
  }

  /** Ends an announcement, if it has not ended. */
  void announcesNoMore(String notice) {
    watcher.api().send("POST", "/notices/" + notice + "/end", Map.of());
  }

  /** Has somebody leave when the test ends. */
  <T> T stays(T person, Consumer<T> leaves) {
    people.push(() -> leaves.accept(person));
    return person;
  }

  @Override
  public void close() {
    List<RuntimeException> failures = new ArrayList<>();
    for (Runnable leave : people) {
      try {
        leave.run();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
