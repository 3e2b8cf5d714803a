package io.voltline.engine.web;

import static org.mockito.Mockito.mock;

import io.voltline.engine.desk.UsualLimits;
import io.voltline.engine.desk.WorkOrderStore;
import io.voltline.engine.desk.WorkOrderTypesFile;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.form.AlikeOrders;
import io.voltline.engine.form.CustomerFinder;
import io.voltline.engine.form.CustomerSearch;
import io.voltline.engine.form.FormDesk;
import io.voltline.engine.form.KnowledgeBook;
import io.voltline.engine.form.OrderForms;
import io.voltline.engine.form.SameMatters;
import io.voltline.engine.form.Tariffs;
import io.voltline.engine.selfservice.BillBook;
import io.voltline.engine.selfservice.OutageBook;
import io.voltline.engine.selfservice.OutageOrders;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Work orders, their form and what is looked up beside it. */
final class FormFakes {
  final WorkOrderStore orders = mock(WorkOrderStore.class);
  final AlikeOrders alike = mock(AlikeOrders.class);
  final OutageBook outages = mock(OutageBook.class);
  final BillBook bills = mock(BillBook.class);
  final KnowledgeBook knowledge = mock(KnowledgeBook.class);
  final CustomerSearch customers = mock(CustomerSearch.class);

  FormDesk desks(RecordFakes records, EventHub events, InstantSource clock) {
    var workOrders =
        new WorkOrders(WorkOrderTypesFile.read(), orders, UsualLimits.of(), events, clock);
    return new FormDesk(
        workOrders,
        new OrderForms(workOrders, records.calls, Duration.ofMinutes(3), clock),
        new SameMatters(
            alike,
            records.customers,
            new OutageOrders(outages, workOrders),
            workOrders,
            Duration.ofMinutes(10),
            clock),
        new Tariffs(bills, ZoneOffset.ofHours(8), clock),
        knowledge,
        new CustomerFinder(customers));
  }
}
