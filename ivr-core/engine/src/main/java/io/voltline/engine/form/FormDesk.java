package io.voltline.engine.form;

import io.voltline.engine.desk.WorkOrders;

/** Work orders, their form and all that stands beside it. */
public record FormDesk(
    WorkOrders orders,
    OrderForms forms,
    SameMatters matters,
    Tariffs tariffs,
    KnowledgeBook knowledge,
    CustomerFinder customers) {}
