package io.voltline.engine.store;

import io.voltline.domain.customer.Money;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.workorder.WorkOrderNo;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** How the domain's values are written to columns: ids as text, moments as UTC date and time. */
final class Columns implements JdbiPlugin {

  @Override
  public void customizeJdbi(Jdbi jdbi) {
    text(jdbi, AccountNo.class, AccountNo::value);
    text(jdbi, AgentNo.class, AgentNo::value);
    text(jdbi, CallId.class, CallId::value);
    text(jdbi, QueueId.class, QueueId::value);
    text(jdbi, PhoneNumber.class, PhoneNumber::value);
    text(jdbi, RecordingId.class, RecordingId::value);
    text(jdbi, WorkOrderNo.class, WorkOrderNo::value);
    text(jdbi, Money.class, Money::toString);
    text(jdbi, Character.class, String::valueOf);
    jdbi.registerArgument(new Moment());
  }

  private static <T> void text(Jdbi jdbi, Class<T> type, Function<T, String> text) {
    ArgumentFactory factory =
        (declared, value, config) ->
            declared == type
                ? Optional.of(
                    (position, statement, ctx) ->
                        statement.setString(position, text.apply(type.cast(value))))
                : Optional.empty();
    jdbi.registerArgument(factory);
  }

  /** A driver would write a timestamp in the machine's zone. */
  private static final class Moment extends AbstractArgumentFactory<Instant> {
    Moment() {
      super(Types.TIMESTAMP);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      var utc = LocalDateTime.ofInstant(value, ZoneOffset.UTC);
      return (position, statement, ctx) -> statement.setObject(position, utc);
    }
  }
}
