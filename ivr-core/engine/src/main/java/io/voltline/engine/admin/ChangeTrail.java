package io.voltline.engine.admin;

import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import java.util.List;

/** Who changed what, before and after. May block. */
public final class ChangeTrail {
  private final ChangeBook book;

  public ChangeTrail(ChangeBook book) {
    this.book = book;
  }

  /**
   * The newest first.
   *
   * @throws Refused FORBIDDEN for whoever is no administrator
   */
  public List<Change> list(Account by, Change.Search search) throws Refused {
    Actor.of(by, "");
    return book.list(search);
  }
}
