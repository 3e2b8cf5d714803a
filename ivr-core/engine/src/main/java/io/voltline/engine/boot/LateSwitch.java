package io.voltline.engine.boot;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.asterisk.ManagerLink;
import io.voltline.engine.call.StandIn;
import io.voltline.engine.call.Switch;
import io.voltline.engine.selfservice.StandInLines;
import java.util.Optional;

/** The switch for those who are made before it; until it is there it cannot be told anything. */
final class LateSwitch implements Switch, StandInLines {
  private volatile Optional<ManagerLink> there = Optional.empty();

  void is(ManagerLink real) {
    there = Optional.of(real);
  }

  @Override
  public boolean stopRinging(CallId call, AgentNo agent) {
    return there.map(real -> real.stopRinging(call, agent)).orElse(false);
  }

  @Override
  public void cutAnnouncement(CallId call) {
    there.ifPresent(real -> real.cutAnnouncement(call));
  }

  @Override
  public boolean known() {
    return there.map(ManagerLink::known).orElse(false);
  }

  @Override
  public boolean stands(long callBack) {
    return there.map(real -> real.stands(callBack)).orElse(false);
  }

  @Override
  public void open(StandIn standIn) {
    there.ifPresent(real -> real.open(standIn));
  }

  @Override
  public void giveWay(long callBack) {
    there.ifPresent(real -> real.giveWay(callBack));
  }

  @Override
  public void close(long callBack) {
    there.ifPresent(real -> real.close(callBack));
  }
}
