package io.voltline.domain.flow;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What a {@link Node.Decide} asks of a value. */
public sealed interface Condition {

  /** Whether it holds; never of a value that is not known. */
  boolean holds(Optional<Value> value);

  /** The kinds it can be asked of. */
  Set<Kind> kinds();

  /** Whether the flow knows the value at all. */
  record Known() implements Condition {
    @Override
    public boolean holds(Optional<Value> value) {
      return value.isPresent();
    }

    @Override
    public Set<Kind> kinds() {
      return Set.of(Kind.values());
    }
  }

  /** Whether it is this word, or these digits. */
  record Is(String text) implements Condition {
    @Override
    public boolean holds(Optional<Value> value) {
      return value.isPresent()
          && switch (value.get()) {
            case Value.Word word -> word.word().equals(text);
            case Value.Digits digits -> digits.digits().equals(text);
            default -> false;
          };
    }

    @Override
    public Set<Kind> kinds() {
      return Set.of(Kind.WORD, Kind.DIGITS);
    }
  }

  /** Whether it is this number or amount, or more. */
  record AtLeast(long least) implements Condition {
    @Override
    public boolean holds(Optional<Value> value) {
      return value.isPresent()
          && switch (value.get()) {
            case Value.Number number -> number.value() >= least;
            case Value.Amount amount -> amount.yuan().compareTo(BigDecimal.valueOf(least)) >= 0;
            default -> false;
          };
    }

    @Override
    public Set<Kind> kinds() {
      return Set.of(Kind.NUMBER, Kind.AMOUNT);
    }
  }
}
