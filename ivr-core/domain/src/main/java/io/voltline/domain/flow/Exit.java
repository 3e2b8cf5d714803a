package io.voltline.domain.flow;

/**
 * A way on from a node.
 *
 * @param label what it is called in messages: {@code key 1}, {@code next}, {@code exit failed}
 * @param target the id of the node it leads to
 * @param byKey whether only a caller who presses something takes it
 */
public record Exit(String label, String target, boolean byKey) {

  static Exit next(String target) {
    return new Exit("next", target, false);
  }

  static Exit key(char key, String target) {
    return new Exit("key " + key, target, true);
  }

  static Exit giveUp(String target) {
    return new Exit("giveUp", target, false);
  }

  static Exit of(String outcome, String target) {
    return new Exit("exit " + outcome, target, false);
  }
}
