package io.voltline.engine.admin;

import io.voltline.engine.speech.PromptSounds;

/** What administrators have at hand. */
public record Administration(
    AccountDesk accounts,
    FlowDesk flows,
    CalendarDesk calendar,
    RuleDesk rules,
    LimitDesk limits,
    SettingsSheet settings,
    PromptSounds prompts,
    ChangeTrail changes) {}
