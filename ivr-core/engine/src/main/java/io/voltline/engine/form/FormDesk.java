package io.voltline.engine.form;

/** The form and all that stands beside it. */
public record FormDesk(
    OrderForms forms,
    SameMatters matters,
    Tariffs tariffs,
    KnowledgeBook knowledge,
    CustomerFinder customers) {}
