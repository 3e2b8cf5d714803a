package io.voltline.engine.desk;

import io.voltline.engine.dispatch.AgentView;

/** An account and its present state. */
public record Agent(Account account, AgentView live) {}
