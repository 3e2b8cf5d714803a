package io.voltline.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Customers of the house's crowd, given what brings their calls to a place; none calls twice. */
final class Residents {
  /** Of accounts and demo numbers; before these are those that other tests use. */
  private static final int FIRST = 9_001;

  /** Numbers of nobody; one a caller, so that nobody calls often. */
  private static final int FIRST_STRANGER = 20_500;

  private static final String EVERYBODY =
      """
      UPDATE customer SET transformer_area = 'hang-up', supply_station = '示例供电所01', balance = 50,
        cut_off = 0, capacity_kva = NULL WHERE account_no = '{account}';
      DELETE FROM meter_reading WHERE account_no = '{account}';
      INSERT INTO meter_reading VALUES
        ('{account}', MAKEDATE(YEAR(CURDATE()), 1) - INTERVAL 1 DAY, 1000),
        ('{account}', CURDATE() - INTERVAL 1 DAY, 1900);
      """;

  private static final String ORDER =
      """
      INSERT INTO work_order (no, request_id, type, status, urgency, account_no, contact_phone,
        description, created_at, created_by)
      VALUES ('2026010190{last}', 'hang-up-{account}', 'fault-repair.single-premise', '{status}',
        'NORMAL', '{account}', '{phone}', 'Written by a test', UTC_TIMESTAMP(3), 'system');
      """;

  private static final Map<String, String> SPECIAL =
      Map.ofEntries(
          Map.entry("plain", ""),
          Map.entry("arrears", "UPDATE customer SET balance = -10 WHERE account_no = '{account}';"),
          Map.entry("cut-off", sets("balance = -10, cut_off = 1")),
          Map.entry("paid", sets("cut_off = 1")),
          Map.entry("hall-less", sets("supply_station = 'hang-up'")),
          Map.entry("outage", sets("transformer_area = 'hang-up-timed'")),
          Map.entry("open-outage", sets("transformer_area = 'hang-up-open'")),
          Map.entry("unbilled", "DELETE FROM bill WHERE account_no = '{account}';"),
          Map.entry("unread", "DELETE FROM meter_reading WHERE account_no = '{account}';"),
          Map.entry(
              "last-step",
              "UPDATE meter_reading SET kwh = 9000 WHERE account_no = '{account}' AND kwh > 1000;"),
          Map.entry(
              "landline",
              "UPDATE customer_phone SET phone = '010000{last}' WHERE account_no = '{account}';"),
          Map.entry("order", ORDER.replace("{status}", "IN_WORK")),
          Map.entry("closed-order", ORDER.replace("{status}", "ARCHIVED")),
          Map.entry(
              "owed",
              """
              INSERT INTO call_back (number, call_id, account_no, language, queue, queued_at, status,
                tries, not_before, created_at)
              VALUES ('{phone}', 'hang-up', '{account}', 'ZH', 'general', UTC_TIMESTAMP(3), 'WAITING',
                0, UTC_TIMESTAMP(3) + INTERVAL 1 HOUR, UTC_TIMESTAMP(3));
              """),
          Map.entry(
              "often",
              """
              INSERT INTO call_record (call_id, caller, caller_phone, arrived_at, ended_at,
                end_reason, engine_run)
              SELECT CONCAT('hang-up-{account}-', seq), '{phone}', '{phone}', UTC_TIMESTAMP(3),
                UTC_TIMESTAMP(3), 'FLOW_ENDED', 0 FROM seq_1_to_4;
              """));

  private final List<String> numbers = new ArrayList<>();
  private final StringBuilder statements =
      new StringBuilder(
          """
          INSERT INTO outage (id, kind, reason_zh, reason_en, transformer_area, started_at,
            expected_back_at)
          VALUES
            ('hang-up-timed', 'FAULT', '线路故障', 'a line fault', 'hang-up-timed',
              UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 9 HOUR),
            ('hang-up-open', 'FAULT', '线路故障', 'a line fault', 'hang-up-open', UTC_TIMESTAMP(3),
              NULL);
          INSERT INTO opening_hours VALUES ('halls', 'HOLIDAY', '09:00', '16:00');
          """);

  /** Makes one for every call. */
  static Residents of(List<HangUp> calls) {
    var residents = new Residents();
    calls.forEach(call -> residents.add(call.caller()));
    return residents;
  }

  private void add(List<String> kinds) {
    int index = numbers.size();
    if (kinds.contains("stranger")) {
      numbers.add("%011d".formatted(FIRST_STRANGER + index));
    } else if (kinds.contains("withheld")) {
      numbers.add("nobody" + index);
    } else {
      int last = FIRST + index;
      String phone = kinds.contains("landline") ? "010000" + last : "%011d".formatted(last);
      numbers.add(phone);
      String sql = EVERYBODY + String.join("\n", kinds.stream().map(SPECIAL::get).toList());
      statements.append(
          sql.replace("{account}", account(last))
              .replace("{last}", Integer.toString(last))
              .replace("{phone}", phone));
    }
  }

  private static String account(int last) {
    return Long.toString(9_900_000_000L + last);
  }

  private static String sets(String what) {
    return "UPDATE customer SET " + what + " WHERE account_no = '{account}';";
  }

  /** What makes them so. */
  String statements() {
    return statements.toString();
  }

  /** Who makes this call pays, and is still cut off. */
  String pays(int call) {
    return of(sets("balance = 10"), call);
  }

  /** Who makes this call owes again. */
  String owes(int call) {
    return of(sets("balance = -10"), call);
  }

  /** The order of who makes this call is closed. */
  String archives(int call) {
    return of("UPDATE work_order SET status = 'ARCHIVED' WHERE account_no = '{account}';", call);
  }

  private static String of(String statement, int call) {
    return statement.replace("{account}", account(FIRST + call));
  }

  /** The number from which this call comes. */
  String number(int call) {
    return numbers.get(call);
  }
}
