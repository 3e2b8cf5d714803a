package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.admin.AccountDesk;
import io.voltline.engine.admin.AccountForm;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.Grant;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Accounts, for administrators. */
final class AccountApi {
  private record GrantWish(
      String skill,
      int level,
      Optional<Boolean> reserve,
      Optional<String> from,
      Optional<String> until) {
    Grant grant() {
      String place = "/skills/" + skill;
      return new Grant(
          new SkillId(skill),
          level,
          reserve.orElse(false),
          from.map(text -> day(place + "/from", text)),
          until.map(text -> day(place + "/until", text)));
    }
  }

  private record Wish(
      Optional<String> agentNo,
      Optional<Integer> version,
      Optional<String> password,
      String name,
      String role,
      String phone,
      boolean active,
      List<GrantWish> skills) {
    AccountForm form() {
      try {
        return new AccountForm(
            name,
            Role.valueOf(role.toUpperCase(Locale.ROOT)),
            PhoneKind.valueOf(phone.toUpperCase(Locale.ROOT)),
            active,
            skills.stream().map(GrantWish::grant).toList());
      } catch (IllegalArgumentException e) {
        throw new BadInput(String.valueOf(e.getMessage()));
      }
    }

    /** Without the password. */
    @Override
    public String toString() {
      return name;
    }
  }

  private record NewPassword(Optional<String> password) {
    @Override
    public String toString() {
      return "";
    }
  }

  private final AccountDesk desk;

  AccountApi(AccountDesk desk) {
    this.desk = desk;
  }

  void offer(Operations api) {
    api.answer("listAccounts", this::list);
    api.answer("createAccount", this::create);
    api.answer("changeAccount", this::change);
    api.answer("setPassword", this::password);
  }

  private Reply list(Ask ask) throws Refused {
    by(ask);
    return Reply.ok(
        Map.of(
            "accounts", desk.list().stream().map(AccountJson::of).toList(),
            "skills", desk.skills().stream().map(SkillId::value).toList()));
  }

  private Reply create(Ask ask) throws Refused {
    Actor by = by(ask);
    Wish wish = ask.body(Wish.class).orElseThrow();
    var agent = new AgentNo(wish.agentNo().orElseThrow());
    AccountDesk.Made made = desk.add(by, agent, wish.form(), wish.password());
    return Reply.created(new Made(AccountJson.of(made.account()), made.password()));
  }

  private record Made(AccountJson account, Optional<String> password) {
    @Override
    public String toString() {
      return account.toString();
    }
  }

  private Reply change(Ask ask) throws Refused {
    Actor by = by(ask);
    Wish wish = ask.body(Wish.class).orElseThrow();
    return Reply.ok(
        AccountJson.of(desk.change(by, agent(ask), wish.version().orElseThrow(), wish.form())));
  }

  private Reply password(Ask ask) throws Refused {
    Actor by = by(ask);
    var typed = ask.body(NewPassword.class).flatMap(NewPassword::password);
    return Reply.ok(new NewPassword(desk.password(by, agent(ask), typed)));
  }

  private static Actor by(Ask ask) throws Refused {
    return Actor.of(ask.account(), ask.address());
  }

  private static AgentNo agent(Ask ask) {
    return new AgentNo(ask.path("agentNo"));
  }

  private static LocalDate day(String place, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadInput(place + ": no such day");
    }
  }
}
