package io.voltline.engine.web;

import io.vertx.core.net.HostAndPort;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.SignIn;

/** Signing in and out. */
final class SessionApi {
  private record Credentials(String agentNo, String password) {
    @Override
    public String toString() {
      return agentNo;
    }
  }

  private final SignIn signIn;
  private final EventHub events;
  private final WebSettings settings;

  SessionApi(SignIn signIn, EventHub events, WebSettings settings) {
    this.signIn = signIn;
    this.events = events;
    this.settings = settings;
  }

  void offer(Operations api) {
    api.answer("signIn", this::signIn);
    api.answer("currentSession", this::current);
    api.answer("signOut", this::signOut);
  }

  private Reply signIn(Ask ask) throws Exception {
    var credentials = ask.body(Credentials.class).orElseThrow();
    var session = signIn.signIn(credentials.agentNo(), credentials.password(), ask.address());
    return Reply.created(SessionJson.of(session, sip(session.agent().account(), ask)));
  }

  private Reply current(Ask ask) throws Exception {
    var session = signIn.current(ask.token());
    return Reply.ok(SessionJson.of(session, sip(session.agent().account(), ask)));
  }

  private Reply signOut(Ask ask) throws Exception {
    signIn.signOut(ask.token());
    events.close(ask.account().agentNo());
    return Reply.none();
  }

  /** A browser phone registers where its page came from, a desk phone at the switch. */
  private SessionJson.Sip sip(Account account, Ask ask) {
    boolean browser = account.phone() == PhoneKind.WEBRTC;
    HostAndPort origin = ask.origin();
    String host = browser ? origin.host() : settings.sipHost();
    String server =
        browser
            ? (ask.secure() ? "wss://" : "ws://") + origin + "/sip"
            : "sip:" + settings.sipHost() + ":" + settings.sipPort();
    return new SessionJson.Sip(
        "sip:" + account.agentNo() + "@" + host, account.sipPassword().reveal(), server);
  }
}
