package io.voltline.engine.admin;

/** What administrators have at hand. */
public record Administration(
    AccountDesk accounts,
    FlowDesk flows,
    CalendarDesk calendar,
    RuleDesk rules,
    LimitDesk limits,
    SettingsSheet settings,
    PromptDesk prompts,
    ChangeTrail changes) {}
