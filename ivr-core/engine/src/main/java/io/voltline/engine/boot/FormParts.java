package io.voltline.engine.boot;

import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.form.CustomerFinder;
import io.voltline.engine.form.FormDesk;
import io.voltline.engine.form.OrderForms;
import io.voltline.engine.form.SameMatters;
import io.voltline.engine.form.Tariffs;
import io.voltline.engine.selfservice.OutageOrders;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlAlikeOrders;
import io.voltline.engine.store.SqlBills;
import io.voltline.engine.store.SqlCallHistory;
import io.voltline.engine.store.SqlCustomerSearch;
import io.voltline.engine.store.SqlKnowledge;
import io.voltline.engine.store.SqlOutages;
import io.voltline.engine.store.WriteBehind;
import java.time.InstantSource;

/** Work orders, their form and what is looked up beside it. */
final class FormParts {
  private FormParts() {}

  static FormDesk of(
      Settings settings,
      Database database,
      WriteBehind writes,
      CustomerViews customers,
      WorkOrders orders,
      InstantSource clock) {
    return new FormDesk(
        orders,
        new OrderForms(
            orders, new SqlCallHistory(database, writes), settings.desk().sendWithin(), clock),
        new SameMatters(
            new SqlAlikeOrders(database),
            customers,
            new OutageOrders(new SqlOutages(database), orders),
            orders,
            settings.selfService().urgePause(),
            clock),
        new Tariffs(new SqlBills(database), settings.zone(), clock),
        new SqlKnowledge(database),
        new CustomerFinder(new SqlCustomerSearch(database)));
  }
}
