package io.voltline.engine.admin;

import io.voltline.domain.kernel.AgentNo;

/**
 * An account as it is kept, active or not.
 *
 * @param phoneAtDesk whether the phone is known to the switch by the engine, not by the accounts
 *     file, so that its kind can be changed here
 * @param version goes up with each change, so that nobody writes over what somebody else wrote
 */
public record KeptAccount(AgentNo agentNo, AccountForm form, boolean phoneAtDesk, int version) {}
