package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.CallId;
import io.voltline.engine.call.RingResult;
import io.voltline.engine.talk.Leg;
import io.voltline.engine.talk.TalkFacts;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.event.ConfbridgeJoinEvent;
import org.asteriskjava.manager.event.ContactList;
import org.asteriskjava.manager.event.ContactListComplete;
import org.asteriskjava.manager.event.ContactStatusEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.DialBeginEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.DialEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.SoftHangupRequestEvent;
import org.jspecify.annotations.Nullable;

/** Translates AMI's events and hands them over, nothing else: the thread here is AMI's only one. */
final class ManagerEvents implements ManagerEventListener {

  private final Rings rings;
  private final Phones phones;
  private final Channels channels;
  private final TalkFacts talks;
  private final Consumer<String> hangUp;
  private final Runnable disconnected;

  ManagerEvents(
      Rings rings,
      Phones phones,
      Channels channels,
      TalkFacts talks,
      Consumer<String> hangUp,
      Runnable disconnected) {
    this.rings = rings;
    this.phones = phones;
    this.channels = channels;
    this.talks = talks;
    this.hangUp = hangUp;
    this.disconnected = disconnected;
  }

  @Override
  public void onManagerEvent(ManagerEvent event) {
    switch (event) {
      case DialBeginEvent e when of(e.getUniqueId()) -> {
        rings.dialled(
            call(e.getUniqueId()), text(e.getDestChannel()), text(e.getDestUniqueId()), hangUp);
        talks.dialled(e.getUniqueId(), dialled(e));
      }
      case DialStateEvent e when of(e.getUniqueId()) && "RINGING".equals(e.getDialStatus()) ->
          rings.ringing(call(e.getUniqueId()), text(e.getDestChannel()));
      // ANSWER comes after the announcement, and not at all when somebody hangs up during it.
      case DialEndEvent e when of(e.getUniqueId()) -> {
        rings.dialEnded(
            call(e.getUniqueId()),
            text(e.getDestChannel()),
            text(e.getDestUniqueId()),
            text(e.getDialStatus()));
        talks.dialEnded(e.getUniqueId(), dialled(e), result(text(e.getDialStatus())));
      }
      case NewStateEvent e when of(e.getUniqueId()) && !Channels.proves(e.getContext()) -> state(e);
      case HangupRequestEvent e when of(e.getUniqueId()) -> {
        rings.refused(e.getUniqueId(), String.valueOf(e.getCause()));
        rings.left(e.getUniqueId());
        channels.gone(call(e.getUniqueId()));
      }
      case SoftHangupRequestEvent e when of(e.getUniqueId()) ->
          channels.gone(call(e.getUniqueId()));
      case HangupEvent e when of(e.getUniqueId()) -> {
        rings.left(e.getUniqueId());
        // A channel that took another's place may never be told the call that it belongs to.
        CallId linked = channels.linked(e.getUniqueId(), linked(e.getLinkedId(), e.getUniqueId()));
        // In this order: whoever hears of it finds the channel gone.
        Leg gone = leg(text(e.getChannel()), e.getUniqueId(), linked);
        channels
            .over(call(e.getUniqueId()), gone.channel())
            .ifPresentOrElse(talks::inPlace, () -> talks.gone(gone));
      }
      case ConfbridgeJoinEvent e when of(e.getUniqueId()) -> {
        CallId call = call(text(e.getConference()));
        channels.joined(e.getUniqueId(), call);
        talks.joined(leg(text(e.getChannel()), e.getUniqueId(), call), call);
      }
      case QueueCallerJoinEvent e -> channels.queued(text(e.getChannel()));
      case ContactStatusEvent e ->
          phones.changed(text(e.getAor()), text(e.getUri()), text(e.getContactStatus()));
      case ContactList e ->
          phones.changed(text(e.getEndpoint()), text(e.getUri()), String.valueOf(e.getStatus()));
      case ContactListComplete _ -> phones.listEnds();
      case CoreShowChannelEvent e when of(e.getUniqueid()) -> channels.listed(e);
      case CoreShowChannelsCompleteEvent _ -> channels.listEnds();
      case DisconnectEvent _ -> disconnected.run();
      default -> {
        // The switch filters what it sends; the rest is of no use here.
      }
    }
  }

  private void state(NewStateEvent e) {
    boolean up = "Up".equals(e.getChannelStateDesc());
    String channel = text(e.getChannel());
    Optional<Leg> was = channels.replacedBy(e.getUniqueId(), channel, e.getExten());
    if (up && was.isPresent()) {
      replaced(was.get(), leg(channel, e.getUniqueId(), was.get().call()));
      return;
    }
    CallId linked = linked(e.getLinkedId(), e.getUniqueId());
    channels.here(call(e.getUniqueId()), channel, linked, up);
    if (up) {
      rings.up(e.getUniqueId());
      talks.up(leg(channel, e.getUniqueId(), linked));
    }
  }

  private void replaced(Leg was, Leg now) {
    rings.replaced(was.id(), now);
    channels.replaced(was, now);
    talks.replaced(was.id(), now);
  }

  private Leg dialled(DialEvent e) {
    String by = text(e.getUniqueId());
    CallId linked = channels.linked(by, call(by));
    return leg(text(e.getDestChannel()), text(e.getDestUniqueId()), linked);
  }

  private static Leg leg(String channel, String id, CallId call) {
    return new Leg(channel, id, call, Rings.agentOf(channel), true);
  }

  private static RingResult result(String dialStatus) {
    return dialStatus.equals("ANSWER") ? RingResult.TALKED : DialResults.of(dialStatus, "");
  }

  private static boolean of(@Nullable String uniqueId) {
    return uniqueId != null && !uniqueId.isEmpty();
  }

  private static CallId call(String uniqueId) {
    return new CallId(uniqueId);
  }

  /** The call a channel belongs to, which is its own when nothing else is told. */
  static CallId linked(@Nullable String linkedId, String uniqueId) {
    return call(linkedId == null || linkedId.isEmpty() ? uniqueId : linkedId);
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
