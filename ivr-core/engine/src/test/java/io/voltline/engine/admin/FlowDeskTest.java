package io.voltline.engine.admin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.Trial;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.engine.call.flow.FlowFiles;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.Unavailable;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

final class FlowDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Optional<Trial> OLD = Optional.of(new Trial(2, 5));
  private static final Optional<Trial> NEW = Optional.of(new Trial(2, 50));

  private final FlowShelf shelf = mock();
  private final ChangeBook changes = mock();
  private final FlowDesk desk = new FlowDesk(shelf, changes, InstantSource.fixed(NOW));

  @BeforeEach
  void usual() throws IOException {
    when(shelf.running()).thenReturn(Map.of("main", 1));
    when(shelf.trials()).thenReturn(Map.of("main", OLD.orElseThrow()));
    when(shelf.read())
        .thenReturn(new FlowFiles(Map.of(), Map.of("main.v2.json", mock(Flow.class)), List.of()));
  }

  @Test
  void whatCouldNotBeKeptIsTakenBack() throws Exception {
    doThrow(new Unavailable("database"))
        .when(changes)
        .keep(any(), any(), any(), any(), any(), any());
    assertThatThrownBy(() -> desk.set(admin(), "main", NEW, OLD)).isInstanceOf(Unavailable.class);
    verify(shelf).set("main", OLD);
  }

  @Test
  void theChangeIsMadeWhileItIsKept() throws Exception {
    desk.set(admin(), "main", NEW, OLD);
    var order = inOrder(changes, shelf);
    var making = ArgumentCaptor.forClass(Runnable.class);
    order.verify(changes).keep(any(), any(), any(), any(), any(), making.capture());
    making.getValue().run();
    order.verify(shelf).set("main", NEW);
  }

  @Test
  void whatStandsSoAlreadyIsNoChange() throws Exception {
    desk.set(admin(), "main", OLD, OLD);
    verify(changes, never()).keep(any(), any(), any(), any(), any(), any());
  }

  private static Actor admin() throws Refused {
    var account =
        new Account(
            new AgentNo("9001"), "测试", Role.ADMIN, PhoneKind.WEBRTC, List.of(), new Secret("s"));
    return Actor.of(account, "127.0.0.1");
  }
}
