package io.voltline.engine.store;

import io.voltline.domain.billing.Tariff;
import io.voltline.domain.billing.TariffClass;
import io.voltline.domain.billing.TariffStep;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads tariffs. */
final class TariffRows {
  private record Head(String region, TariffClass kind, LocalDate from, Optional<LocalDate> until) {}

  private TariffRows() {}

  static List<Tariff> all(Handle handle) {
    var steps = new LinkedHashMap<Head, List<TariffStep>>();
    handle
        .select("SELECT * FROM tariff_step ORDER BY region, kind, valid_from, above_kwh")
        .map((rs, ctx) -> row(new Row(rs)))
        .forEach(
            row ->
                steps.computeIfAbsent(row.getKey(), head -> new ArrayList<>()).add(row.getValue()));
    return steps.entrySet().stream().map(TariffRows::tariff).toList();
  }

  private static Map.Entry<Head, TariffStep> row(Row row) throws SQLException {
    return Map.entry(
        new Head(
            row.text("region"),
            row.text("kind", TariffClass::valueOf),
            row.day("valid_from"),
            row.maybeDay("valid_until")),
        new TariffStep(
            row.big("above_kwh"), row.text("price", BigDecimal::new).stripTrailingZeros()));
  }

  private static Tariff tariff(Map.Entry<Head, List<TariffStep>> entry) {
    Head head = entry.getKey();
    return new Tariff(head.region(), head.kind(), head.from(), head.until(), entry.getValue());
  }
}
