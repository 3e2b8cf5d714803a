package io.voltline.testkit.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An AMI of one or more connections in a row: lets everybody log in, answers what the engine asks
 * and tells the events a test wants told.
 */
public final class FakeManager implements AutoCloseable {

  private final ServerSocket server;
  private final List<Wire> wires = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> actions = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> contacts = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> channels = new CopyOnWriteArrayList<>();
  private final Map<String, String> variables = new ConcurrentHashMap<>();
  private volatile long cutAfter = FakeCall.NO_CUT;
  private volatile boolean silent;

  public FakeManager() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("fake-ami").start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** What was asked, oldest first, over all connections. */
  public List<Map<String, String>> actions() {
    return List.copyOf(actions);
  }

  /** How many connections there were. */
  public int connections() {
    return wires.size();
  }

  /** Bytes sent on the latest connection. */
  public long sent() {
    return wires.isEmpty() ? 0 : wires.getLast().sent();
  }

  /** A contact that the next list of contacts holds. */
  public void contact(String phone, String status) {
    contacts.add(
        Map.of("Endpoint", phone, "Aor", phone, "Uri", "sip:" + phone + "@x", "Status", status));
  }

  public void noContacts() {
    contacts.clear();
  }

  /** A channel that the next list of channels holds. */
  public void channel(String name, String uniqueId, String linkedId, String state, String bridge) {
    channel(name, uniqueId, linkedId, state, bridge, "AGI");
  }

  /** The same for a channel that is in another application. */
  public void channel(
      String name,
      String uniqueId,
      String linkedId,
      String state,
      String bridge,
      String application) {
    channels.add(
        Map.of(
            "Application", application,
            "Channel", name,
            "Uniqueid", uniqueId,
            "Linkedid", linkedId,
            "ChannelStateDesc", state,
            "BridgeId", bridge));
  }

  /** The same for a channel of its own call that the dialplan has in this context. */
  public void channelAt(String context, String name, String uniqueId) {
    channels.add(
        Map.of(
            "Context", context,
            "Channel", name,
            "Uniqueid", uniqueId,
            "Linkedid", uniqueId,
            "ChannelStateDesc", "Up"));
  }

  public void noChannels() {
    channels.clear();
  }

  /** What a channel's variable holds, whatever it is called. */
  public void variable(String channel, String value) {
    variables.put(channel, value);
  }

  /** The next connections break off after so many bytes. */
  public void cutAfter(long bytes) {
    cutAfter = bytes;
  }

  /** Connections stay open but nothing is answered any more. */
  public void silent(boolean now) {
    silent = now;
  }

  /** Tells an event on the latest connection; fields are names and values in turn. */
  public void event(String name, String... fields) throws IOException {
    var event = new LinkedHashMap<String, String>();
    event.put("Event", name);
    for (int i = 0; i < fields.length; i += 2) {
      event.put(fields[i], fields[i + 1]);
    }
    wires.getLast().send(block(event));
  }

  /** Breaks every connection off. */
  public void cut() {
    wires.forEach(Wire::close);
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }

  private void accept() {
    try {
      while (true) {
        var wire = new Wire(server.accept(), cutAfter);
        wires.add(wire);
        Thread.ofVirtual().name("fake-ami-talk").start(() -> talk(wire));
      }
    } catch (IOException e) {
      cut();
    }
  }

  private void talk(Wire wire) {
    try (wire) {
      wire.send("Asterisk Call Manager/11.0.0\r\n");
      while (true) {
        Map<String, String> action = read(wire);
        actions.add(action);
        if (!silent) {
          answer(wire, action);
        }
      }
    } catch (IOException e) {
      wire.close();
    }
  }

  private void answer(Wire wire, Map<String, String> action) throws IOException {
    String id = action.getOrDefault("ActionID", "");
    switch (action.getOrDefault("Action", "")) {
      case "Challenge" -> wire.send(success(id, "Challenge", "12345"));
      case "CoreSettings" -> wire.send(success(id, "AsteriskVersion", "22.10.1"));
      case "Ping" -> wire.send(success(id, "Ping", "Pong"));
      case "PJSIPShowContacts" -> {
        if (contacts.isEmpty()) {
          wire.send(noneFound(id));
        } else {
          list(wire, id, "ContactList", "ContactListComplete", contacts);
        }
      }
      case "CoreShowChannels" ->
          list(wire, id, "CoreShowChannel", "CoreShowChannelsComplete", channels);
      case "GetVar" ->
          wire.send(
              success(id, "Value", variables.getOrDefault(action.getOrDefault("Channel", ""), "")));
      default -> wire.send(success(id, "Message", "done"));
    }
  }

  private static void list(
      Wire wire, String id, String item, String complete, List<Map<String, String>> items)
      throws IOException {
    wire.send(success(id, "EventList", "start"));
    for (Map<String, String> fields : items) {
      var event = named(item, id);
      event.putAll(fields);
      wire.send(block(event));
    }
    var end = named(complete, id);
    end.put("EventList", "Complete");
    wire.send(block(end));
  }

  private static Map<String, String> named(String event, String id) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("Event", event);
    fields.put("ActionID", id);
    return fields;
  }

  private static String success(String id, String name, String value) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("Response", "Success");
    fields.put("ActionID", id);
    fields.put(name, value);
    return block(fields);
  }

  /** Asterisk calls an empty list an error, if it is one of contacts. */
  private static String noneFound(String id) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("Response", "Error");
    fields.put("ActionID", id);
    fields.put("Message", "No Contacts found");
    return block(fields);
  }

  private static String block(Map<String, String> fields) {
    var text = new StringBuilder();
    fields.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    return text.append("\r\n").toString();
  }

  private static Map<String, String> read(Wire wire) throws IOException {
    var action = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (String line = wire.readLine(); !line.isEmpty(); line = wire.readLine()) {
      int colon = line.indexOf(':');
      action.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return action;
  }
}
