package io.voltline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.Refusal;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.dispatch.Overloaded;
import io.voltline.engine.dispatch.RequestRefused;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInDeskTest {
  private static final String HERE = "127.0.0.1";

  private final House house = new House();

  @Test
  void theTokenOfASignInIsTheAgentsFromThenOn() throws Refused {
    String token = signIn();

    assertThat(house.signIn.authenticate(token).agentNo()).isEqualTo(House.AGENT);
    assertThat(house.signIn.current(token).agent().account().name()).isEqualTo("测试1001");
    assertThat(house.shared.hashes).containsEntry(House.AGENT, Tokens.hash(token));
    assertThat(house.shared.hashes.values()).doesNotContain(token);
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertRefused(
        () -> house.signIn.signIn("1001", "wrong", HERE), Refused.Reason.INVALID_CREDENTIALS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "10011", "admin", "9999", "1001'--"})
  void whoeverDoesNotExistIsRefusedAfterTheSameWork(String agentNo) {
    assertRefused(
        () -> house.signIn.signIn(agentNo, "wrong", HERE), Refused.Reason.INVALID_CREDENTIALS);
    verify(house.store).verify(any(), eq("wrong"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1001", "1001.", "1001.x", "x.y", "1002.", "11111111.a"})
  void aTokenNobodyWasGivenIsRefused(String token) throws Refused {
    signIn();

    assertRefused(() -> house.signIn.authenticate(token), Refused.Reason.UNAUTHORIZED);
  }

  @Test
  void tooManyAttemptsHaveToWaitEvenWithTheRightPassword() throws Refused {
    for (int attempt = 0; attempt < House.ATTEMPTS; attempt++) {
      assertRefused(
          () -> house.signIn.signIn("1001", "wrong", HERE), Refused.Reason.INVALID_CREDENTIALS);
    }
    house.pass(Duration.ofSeconds(20));

    assertThatThrownBy(() -> house.signIn.signIn("1001", "right", HERE))
        .isInstanceOfSatisfying(
            Refused.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Refused.Reason.TOO_MANY_ATTEMPTS);
              assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(40));
            });
    verify(house.store, times(House.ATTEMPTS)).verify(any(), any());

    house.pass(Duration.ofSeconds(40));
    assertThat(signIn()).isNotEmpty();
  }

  @Test
  void attemptsElsewhereLockNobodyOut() throws Refused {
    for (int attempt = 0; attempt < 10; attempt++) {
      assertThatThrownBy(() -> house.signIn.signIn("1001", "wrong", "192.0.2.1"))
          .isInstanceOf(Refused.class);
    }

    assertThat(signIn()).isNotEmpty();
  }

  @Test
  void aSuccessForgetsTheFailuresBefore() throws Refused {
    for (int round = 0; round < 5; round++) {
      assertRefused(
          () -> house.signIn.signIn("1001", "wrong", HERE), Refused.Reason.INVALID_CREDENTIALS);
      signIn();
    }
  }

  @Test
  void aLaterSignInEndsTheEarlierOneAndTellsIt() throws Refused {
    String earlier = signIn();
    String later = signIn();

    assertRefused(() -> house.signIn.authenticate(earlier), Refused.Reason.UNAUTHORIZED);
    assertThat(house.signIn.authenticate(later).agentNo()).isEqualTo(House.AGENT);
    verify(house.sink, times(2)).toAgent(House.AGENT, new DeskEvent.SessionReplaced(house.now));
  }

  @Test
  void onlyAgentsAreRouted() throws Refused {
    SignedIn supervisor = house.signIn.signIn("2001", "right", HERE);

    verify(house.routing, never()).signIn(any(), any());
    assertThat(supervisor.agent().live().state()).isEqualTo(AgentState.SIGNED_OUT);
    assertRefused(
        () -> house.states.request(House.SUPERVISOR, StateRequest.idle()),
        Refused.Reason.FORBIDDEN);
  }

  @Test
  void signingOutEndsTheSession() throws Refused, RequestRefused {
    String token = signIn();

    house.signIn.signOut(token);

    verify(house.routing).signOut(House.AGENT);
    assertRefused(() -> house.signIn.authenticate(token), Refused.Reason.UNAUTHORIZED);
  }

  @Test
  void aSignOutWhileSessionsAreAwayHoldsWhenTheyAreBack() throws Refused {
    String token = signIn();
    house.shared.away = true;
    house.signIn.signOut(token);
    house.shared.away = false;

    assertRefused(() -> house.signIn.authenticate(token), Refused.Reason.UNAUTHORIZED);
    house.sessions.settle();
    assertThat(house.shared.hashes.get(House.AGENT)).as("known to other engines, too").isEmpty();
  }

  @Test
  void aSessionReplacedAndEndedWhileSessionsAreAwayIsNotBackWithThem() throws Refused {
    String earlier = signIn();
    house.shared.away = true;
    house.signIn.signOut(signIn());
    house.shared.away = false;

    assertRefused(() -> house.signIn.authenticate(earlier), Refused.Reason.UNAUTHORIZED);
    house.sessions.settle();
    assertThat(house.shared.hashes.get(House.AGENT)).isEmpty();
  }

  @Test
  void aSignInAfterASignOutWhileSessionsAreAwayIsTheOneThatCounts() throws Refused {
    String earlier = signIn();
    house.shared.away = true;
    house.signIn.signOut(earlier);
    String later = signIn();
    house.shared.away = false;
    house.sessions.settle();

    assertRefused(() -> house.signIn.authenticate(earlier), Refused.Reason.UNAUTHORIZED);
    assertThat(house.signIn.authenticate(later).agentNo()).isEqualTo(House.AGENT);
    assertThat(house.shared.hashes.get(House.AGENT)).isEqualTo(Tokens.hash(later));
  }

  @Test
  void signingOutWhileTalkingIsRefusedAndTheSessionGoesOn() throws Refused, RequestRefused {
    String token = signIn();
    doThrow(new RequestRefused(Refusal.TALKING)).when(house.routing).signOut(House.AGENT);

    assertRefused(() -> house.signIn.signOut(token), Refused.Reason.TALKING);
    assertThat(house.signIn.authenticate(token).agentNo()).isEqualTo(House.AGENT);
  }

  @Test
  void aSessionUsedNowAndThenLivesOn() throws Refused {
    String token = signIn();

    for (int use = 0; use < 5; use++) {
      house.pass(House.LIFE.minusMinutes(1));
      assertThat(house.signIn.authenticate(token).agentNo()).isEqualTo(House.AGENT);
      house.shared.hashes.clear();
    }
  }

  @Test
  void aSessionNotUsedForItsWholeLifeIsOver() throws Refused {
    String token = signIn();
    house.shared.hashes.clear();
    house.pass(House.LIFE);

    assertRefused(() -> house.signIn.authenticate(token), Refused.Reason.UNAUTHORIZED);
  }

  @Test
  void peopleSignInAndWorkWhileTheSharedSessionsAreAway() throws Refused {
    house.shared.away = true;

    String token = signIn();

    assertThat(house.signIn.authenticate(token).agentNo()).isEqualTo(House.AGENT);
    house.shared.away = false;
    house.sessions.settle();
    assertThat(house.shared.hashes).containsEntry(House.AGENT, Tokens.hash(token));
  }

  @Test
  void sharedSessionsThatComeBackEmptyAreFilledAgain() throws Refused {
    String token = signIn();
    house.shared.hashes.clear();

    assertThat(house.signIn.authenticate(token).agentNo()).isEqualTo(House.AGENT);
    assertThat(house.shared.hashes).containsEntry(House.AGENT, Tokens.hash(token));
  }

  @Test
  void aSessionOfAnotherEngineIsGoodHere() throws Refused {
    String token = Tokens.make(House.AGENT);
    house.shared.hashes.put(House.AGENT, Tokens.hash(token));

    assertThat(house.signIn.authenticate(token).agentNo()).isEqualTo(House.AGENT);
  }

  @Test
  void aSessionEndedAtAnotherEngineIsOverHere() throws Refused {
    String token = signIn();
    house.shared.hashes.put(House.AGENT, "");

    assertRefused(() -> house.signIn.authenticate(token), Refused.Reason.UNAUTHORIZED);
  }

  @Test
  void peopleWorkOnWhileTheAccountsCantBeRead() throws Refused {
    String token = signIn();
    when(house.store.find(any()))
        .thenThrow(new Unavailable("database", new IllegalStateException()));

    assertThat(house.signIn.authenticate(token).agentNo()).isEqualTo(House.AGENT);
  }

  @Test
  void nobodySignsInWhileRoutingTakesNoMore() {
    when(house.routing.signIn(any(), any())).thenThrow(new Overloaded("full"));

    assertThatThrownBy(this::signIn).isInstanceOf(Unavailable.class);
    assertThat(house.shared.hashes).isEmpty();
  }

  @Test
  void aWishIsToldToComeBackWhileRoutingTakesNoMore() throws RequestRefused {
    when(house.routing.request(any(), any())).thenThrow(new Overloaded("full"));

    assertThatThrownBy(() -> house.states.request(House.AGENT, StateRequest.idle()))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void aSessionDoesNotPrintItsToken() throws Refused {
    SignedIn signedIn = house.signIn.signIn("1001", "right", HERE);

    assertThat(signedIn.toString()).doesNotContain(signedIn.token());
  }

  private String signIn() throws Refused {
    return house.signIn.signIn("1001", "right", HERE).token();
  }

  private static void assertRefused(ThrowingCallable what, Refused.Reason reason) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
