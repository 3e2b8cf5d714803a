package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import java.time.InstantSource;
import java.util.Optional;

/** Signs people in and out: password, attempts, session, routing. */
final class SignInDesk implements SignIn {
  /** Nobody's number: checking it costs as much as checking somebody's. */
  private static final AgentNo NOBODY = new AgentNo("0000");

  private final AccountBook accounts;
  private final SessionBook sessions;
  private final SignInAttempts attempts;
  private final AgentStates states;
  private final Pops pops;
  private final EventSink sink;
  private final InstantSource clock;

  SignInDesk(
      AccountBook accounts,
      SessionBook sessions,
      SignInAttempts attempts,
      AgentStates states,
      Pops pops,
      EventSink sink,
      InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.attempts = attempts;
    this.states = states;
    this.pops = pops;
    this.sink = sink;
    this.clock = clock;
  }

  @Override
  public SignedIn signIn(String agentNo, String password, String address) throws Refused {
    attempts.begin(agentNo, address);
    Optional<AgentNo> claimed = Tokens.parse(agentNo);
    boolean right = accounts.verify(claimed.orElse(NOBODY), password);
    Account account =
        claimed
            .filter(_ -> right)
            .flatMap(accounts::find)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Reason.INVALID_CREDENTIALS, "agent number or password is wrong"));
    attempts.succeeded(agentNo, address);
    return begin(account);
  }

  @Override
  public Account authenticate(String token) throws Refused {
    return Tokens.agent(token)
        .filter(agent -> sessions.holds(agent, Tokens.hash(token)))
        .flatMap(accounts::find)
        .orElseThrow(() -> new Refused(Refused.Reason.UNAUTHORIZED, "no such session"));
  }

  @Override
  public SignedIn current(String token) throws Refused {
    return signedIn(token, states.agent(authenticate(token)));
  }

  @Override
  public void signOut(String token) throws Refused {
    AgentNo agent = authenticate(token).agentNo();
    states.signOut(agent);
    sessions.end(agent, Tokens.hash(token));
  }

  @Override
  public void signOut(AgentNo agent) throws Refused {
    states.signOut(agent);
    sessions.end(agent);
  }

  private SignedIn begin(Account account) {
    Agent agent = states.signIn(account);
    String token = Tokens.make(account.agentNo());
    sessions.begin(account.agentNo(), Tokens.hash(token));
    // Nobody has the new token yet, so whoever is connected is of the session that ends here.
    sink.toAgent(account.agentNo(), new DeskEvent.SessionReplaced(clock.instant()));
    return signedIn(token, agent);
  }

  private SignedIn signedIn(String token, Agent agent) {
    return new SignedIn(token, agent, pops.of(agent.live()));
  }
}
