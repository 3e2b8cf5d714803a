package io.voltline.domain.flow;

import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what would lead callers astray. A flow with findings is not run. */
public final class FlowLint {

  private static final String KEYS = "0123456789*#";

  private final Flow flow;
  private final Prompts prompts;
  private final Set<QueueId> queues;
  private final List<Finding> findings = new ArrayList<>();

  private FlowLint(Flow flow, Prompts prompts, Set<QueueId> queues) {
    this.flow = flow;
    this.prompts = prompts;
    this.queues = queues;
  }

  /** All mistakes, in the order of the nodes; empty when the flow is fit for callers. */
  public static List<Finding> check(Flow flow, Prompts prompts, Set<QueueId> queues) {
    var lint = new FlowLint(flow, prompts, queues);
    lint.ends();
    flow.nodes().values().forEach(lint::node);
    if (lint.findings.isEmpty()) {
      // Reachability, loops and depth mean nothing while targets are missing.
      lint.findings.addAll(FlowShape.check(flow));
    }
    return List.copyOf(lint.findings);
  }

  private void ends() {
    target("", "start", flow.start());
    target("", "goneRound", flow.goneRound());
    Node out = flow.nodes().get(flow.goneRound());
    if (out != null && !(out instanceof Node.Queue) && !(out instanceof Node.End)) {
      found("", "goneRound must be a queue or an end, '" + out.id() + "' is neither");
    }
  }

  private void node(Node node) {
    switch (node) {
      case Node.Play play -> {
        somethingToPlay(play);
        target(play.id(), "next", play.next());
      }
      case Node.Menu menu -> menu(menu);
      case Node.Speak speak -> target(speak.id(), "next", speak.next());
      case Node.Queue queue -> {
        if (queue.priority() < 0 || queue.priority() > 9) {
          found(queue.id(), "priority must be 0 to 9, not " + queue.priority());
        }
        if (!queues.contains(queue.queue())) {
          found(queue.id(), "there is no queue '" + queue.queue() + "'");
        }
      }
      case Node.End ignored -> {}
    }
    node.prompts().forEach(prompt -> prompt(node.id(), prompt));
  }

  private void menu(Node.Menu menu) {
    somethingToPlay(menu);
    menu.wrong().forEach(prompt -> prompt(menu.id(), prompt));
    if (menu.keys().isEmpty()) {
      found(menu.id(), "a menu without keys");
    }
    menu.keys()
        .forEach(
            (key, to) -> {
              if (KEYS.indexOf(key) < 0) {
                found(menu.id(), "'" + key + "' is no key of a telephone");
              }
              target(menu.id(), "key " + key, to);
            });
    if (menu.tries() < 1 || menu.tries() > 9) {
      found(menu.id(), "tries must be 1 to 9, not " + menu.tries());
    }
    if (menu.patience().toSeconds() < 1 || menu.patience().toSeconds() > 60) {
      found(menu.id(), "patience must be 1 to 60 seconds, not " + menu.patience().toSeconds());
    }
    target(menu.id(), "giveUp", menu.giveUp());
  }

  private void somethingToPlay(Node node) {
    if (node.prompts().isEmpty()) {
      found(node.id(), "nothing to play");
    }
  }

  private void prompt(String node, String prompt) {
    for (Language language : Language.values()) {
      if (!prompts.has(prompt, language)) {
        found(node, "prompt '" + prompt + "' is missing in " + language.code());
      }
    }
  }

  private void target(String node, String exit, String to) {
    if (!flow.nodes().containsKey(to)) {
      found(node, exit + " leads to unknown node '" + to + "'");
    }
  }

  private void found(String node, String message) {
    findings.add(new Finding(node, message));
  }
}
