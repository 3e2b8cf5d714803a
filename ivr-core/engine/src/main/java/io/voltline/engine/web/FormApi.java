package io.voltline.engine.web;

import io.voltline.domain.customer.Outage;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.workorder.Alike;
import io.voltline.domain.workorder.Urging;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.form.Article;
import io.voltline.engine.form.FormDesk;
import io.voltline.engine.form.SameMatters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands beside the work order form: the same matter, articles, tariffs, customers. */
final class FormApi {
  private record Linking(String accountNo, Optional<String> note) {
    AccountNo account() {
      return new AccountNo(accountNo);
    }
  }

  private record Note(Optional<String> note) {}

  private record AlikeJson(WorkOrderJson order, Alike.Why why) {}

  private record OfferedJson(List<AlikeJson> orders, Optional<Outage> outage) {
    static OfferedJson of(SameMatters.Offered offered) {
      return new OfferedJson(
          offered.orders().stream()
              .map(alike -> new AlikeJson(WorkOrderJson.of(alike.order()), alike.why()))
              .toList(),
          offered.outage());
    }
  }

  private record UrgedJson(WorkOrderJson order, String outcome, int times) {
    static UrgedJson of(SameMatters.Urged urged) {
      String outcome =
          switch (urged.urging()) {
            case Urging.Urged _ -> "URGED";
            case Urging.TooSoon _ -> "TOO_SOON";
            case Urging.Closed _ -> "CLOSED";
          };
      return new UrgedJson(WorkOrderJson.of(urged.order()), outcome, urged.urging().times());
    }
  }

  private record LinkedJson(WorkOrderJson order, boolean added) {
    static LinkedJson of(SameMatters.Linked linked) {
      return new LinkedJson(WorkOrderJson.of(linked.order()), linked.added());
    }
  }

  private final FormDesk form;

  FormApi(FormDesk form) {
    this.form = form;
  }

  void offer(Operations api) {
    api.answer("listAlikeOrders", this::alike);
    api.answer("urgeWorkOrder", this::urge);
    api.answer("linkWorkOrder", this::link);
    api.answer("linkOutage", this::linkOutage);
    api.answer("listTariffs", this::tariffs);
    api.answer("searchArticles", this::articles);
    api.answer("getArticle", this::article);
    api.answer("searchCustomers", this::customers);
  }

  private Reply alike(Ask ask) {
    return Reply.ok(
        OfferedJson.of(
            form.matters()
                .of(
                    ask.query("type").orElseThrow(),
                    ask.query("accountNo").map(AccountNo::new),
                    ask.query("contactPhone"))));
  }

  private Reply urge(Ask ask) throws Refused {
    var note = ask.body(Note.class).flatMap(Note::note);
    return Reply.ok(
        UrgedJson.of(
            form.matters()
                .urge(ask.account().agentNo(), WorkOrderApi.number(ask), TalkApi.call(ask), note)));
  }

  private Reply link(Ask ask) throws Refused {
    Linking linking = linking(ask);
    return Reply.ok(
        LinkedJson.of(
            form.matters()
                .link(
                    ask.account().agentNo(),
                    WorkOrderApi.number(ask),
                    linking.account(),
                    TalkApi.call(ask),
                    linking.note())));
  }

  private Reply linkOutage(Ask ask) throws Refused {
    Linking linking = linking(ask);
    return Reply.ok(
        LinkedJson.of(
            form.matters()
                .linkToOutage(
                    ask.account().agentNo(),
                    ask.path("id"),
                    linking.account(),
                    TalkApi.call(ask),
                    linking.note())));
  }

  private static Linking linking(Ask ask) {
    return ask.body(Linking.class).orElseThrow();
  }

  private Reply tariffs(Ask ask) {
    var found =
        form.tariffs()
            .find(
                ask.query("accountNo").map(AccountNo::new), ask.query("day").map(LocalDate::parse));
    return Reply.ok(TariffJson.of(found, ask.query("kwh").map(Long::valueOf)));
  }

  private Reply articles(Ask ask) {
    return Reply.ok(
        Map.of(
            "articles",
            form.knowledge().search(ask.query("q").orElse(""), ask.query("type"), ask.limit())));
  }

  private Reply article(Ask ask) throws Refused {
    String id = ask.path("id");
    Article found =
        form.knowledge()
            .find(id)
            .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no article " + id));
    return Reply.ok(found);
  }

  private Reply customers(Ask ask) throws Refused {
    return Reply.ok(
        Map.of(
            "customers",
            form.customers().find(ask.account(), ask.query("q").orElse(""), ask.limit()).stream()
                .map(CustomerMatchJson::of)
                .toList()));
  }
}
