package io.voltline.engine.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.SignIn;
import io.voltline.engine.desk.SignedIn;
import io.voltline.engine.desk.WallDesk;
import java.util.Optional;

/** Who is at the desks. Token {@code token-1001} is agent 1001's, and so on. */
final class PeopleFakes {
  final SignIn signIn = mock(SignIn.class);
  final AgentDesk agents = mock(AgentDesk.class);
  final WallDesk wall = mock(WallDesk.class);

  PeopleFakes() throws Refused {
    doThrow(new Refused(Refused.Reason.UNAUTHORIZED, "sign in first"))
        .when(signIn)
        .authenticate(anyString());
    account(TestWeb.agent("1001", Role.AGENT, PhoneKind.WEBRTC));
    account(TestWeb.agent("1011", Role.AGENT, PhoneKind.SIP));
    account(TestWeb.agent("2001", Role.SUPERVISOR, PhoneKind.WEBRTC));
    account(TestWeb.agent("3001", Role.QUALITY, PhoneKind.WEBRTC));
    account(TestWeb.agent("9001", Role.ADMIN, PhoneKind.WEBRTC));
    lenient()
        .when(agents.request(any(), any()))
        .thenReturn(TestWeb.agent("1001", Role.AGENT, PhoneKind.WEBRTC));
  }

  private void account(Agent agent) throws Refused {
    String no = agent.account().agentNo().value();
    lenient().doReturn(agent.account()).when(signIn).authenticate("token-" + no);
    var session = new SignedIn("token-" + no, agent, Optional.empty());
    lenient().doReturn(session).when(signIn).signIn(no, "right", "127.0.0.1");
    lenient().doReturn(session).when(signIn).current("token-" + no);
  }

  DeskServices.People desks() {
    return new DeskServices.People(signIn, agents, wall);
  }
}
