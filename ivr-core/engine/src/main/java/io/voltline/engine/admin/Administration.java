package io.voltline.engine.admin;

/** What administrators have at hand. */
public record Administration(
    AccountDesk accounts,
    FlowDesk flows,
    CalendarDesk calendar,
    SettingsSheet settings,
    ChangeTrail changes) {}
