package io.voltline.engine.call.flow;

import io.voltline.domain.flow.Condition;
import io.voltline.domain.flow.Node;
import io.voltline.domain.flow.Source;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one node from its JSON. */
final class NodeReader {

  private static final Demand NO_DEMAND = Demand.of(new SkillId("none"));

  private final String id;
  private final Fields fields;

  NodeReader(String id, Fields fields) {
    this.id = id;
    this.fields = fields;
  }

  /** The node; a stand-in, with its problems told, when it can't be read. */
  Node read() {
    return switch (fields.text("type")) {
      case "play" -> new Node.Play(id, fields.prompts("prompts"), fields.text("next"));
      case "say" -> new Node.Play(id, fields.phrases("prompts"), fields.text("next"));
      case "menu" -> menu();
      case "collect" -> collect();
      case "speak" ->
          new Node.Speak(
              id, fields.value("language", NodeReader::language, Language.ZH), fields.text("next"));
      case "look-up" -> consult(fields.text("service"), fields.sources("arguments"));
      case "sms" -> {
        Map<String, Source> arguments = new HashMap<>(fields.sources("values"));
        arguments.put("template", fields.source("template"));
        yield consult("sms", arguments);
      }
      case "fax-on-demand" -> consult("fax", one("document", "number"));
      case "call-back" -> consult("call-back", fields.has("number") ? one("number") : Map.of());
      case "hours" -> consult("hours", one("calendar"));
      case "decide" -> decide();
      case "set" ->
          new Node.Set(id, fields.name("variable"), fields.source("value"), fields.text("next"));
      case "queue" -> queue();
      case "voicemail" ->
          new Node.Voicemail(
              id,
              fields.phrases("prompts"),
              seconds("limitSeconds"),
              fields.sources("arguments"),
              fields.targets("exits"));
      case "survey" ->
          new Node.Survey(
              id,
              fields.phrases("prompts"),
              fields.phrases("wrong"),
              fields.number("tries"),
              seconds("patienceSeconds"),
              fields.targets("exits"));
      case "transfer" -> new Node.Transfer(id, fields.text("number"), fields.targets("exits"));
      case "sub-flow" ->
          new Node.SubFlow(id, fields.text("flow"), fields.targets("exits"), fields.text("next"));
      case "end" -> new Node.End(id, fields.phrases("prompts"), fields.optional("outcome"));
      case String unknown -> {
        if (!unknown.isEmpty()) {
          fields.wrong(fields.lineOf("type"), "unknown type '" + unknown + "'");
        }
        yield new Node.End(id, List.of(), Optional.empty());
      }
    };
  }

  private Node.Menu menu() {
    return new Node.Menu(
        id,
        fields.phrases("prompts"),
        fields.phrases("wrong"),
        fields.keys("keys"),
        fields.number("tries"),
        seconds("patienceSeconds"),
        fields.text("giveUp"));
  }

  private Node.Collect collect() {
    return new Node.Collect(
        id,
        fields.phrases("prompts"),
        fields.phrases("wrong"),
        fields.name("variable"),
        fields.number("least"),
        fields.number("most"),
        fields.has("keys") ? fields.keys("keys") : Map.of(),
        fields.number("tries"),
        fields.number("mistakes"),
        seconds("patienceSeconds"),
        seconds("betweenSeconds"),
        seconds("limitSeconds"),
        fields.text("next"),
        fields.text("giveUp"));
  }

  private Node.Consult consult(String service, Map<String, Source> arguments) {
    return new Node.Consult(
        id, service, arguments, fields.targets("exits"), fields.optional("otherwise"));
  }

  private Map<String, Source> one(String... names) {
    var arguments = new HashMap<String, Source>();
    for (String name : names) {
      arguments.put(name, fields.source(name));
    }
    return arguments;
  }

  private Node.Decide decide() {
    var cases = new ArrayList<Node.Decide.Case>();
    for (Fields one : fields.each("cases")) {
      cases.add(new Node.Decide.Case(condition(one), one.text("next")));
      one.nothingElse();
    }
    return new Node.Decide(id, fields.name("variable"), cases, fields.text("otherwise"));
  }

  private static Condition condition(Fields one) {
    if (one.has("is")) {
      return new Condition.Is(one.text("is"));
    }
    if (one.has("atLeast")) {
      return new Condition.AtLeast(one.number("atLeast"));
    }
    if (!one.text("when").equals("known")) {
      one.wrong(one.line(), "a case says is, atLeast, or when known");
    }
    return new Condition.Known();
  }

  private Node.Queue queue() {
    return new Node.Queue(
        id,
        fields.value("queue", QueueId::new, new QueueId("none")),
        fields.value("skill", Demand::parse, NO_DEMAND),
        fields.number("priority"),
        fields.targets("exits"));
  }

  private Duration seconds(String name) {
    return Duration.ofSeconds(fields.number(name));
  }

  private static Language language(String code) {
    Language language = Language.valueOf(code.toUpperCase(Locale.ROOT));
    if (!language.code().equals(code)) {
      throw new IllegalArgumentException(code);
    }
    return language;
  }

  /** A value as it is written: {@code $name} is whatever the flow knows, digits are digits. */
  static Source source(String text) {
    if (text.startsWith("$")) {
      return new Source.Variable(text.substring(1));
    }
    return new Source.Literal(
        text.matches("[0-9]+") ? new Value.Digits(text) : new Value.Word(text));
  }
}
