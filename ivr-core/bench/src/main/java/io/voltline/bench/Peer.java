package io.voltline.bench;

import io.voltline.testkit.house.House;

/** Who hands the callers to the agents. */
enum Peer {
  VOLTLINE("Voltline") {
    @Override
    String number(Workload load) {
      return House.NUMBER;
    }
  },
  APP_QUEUE("app_queue") {
    @Override
    String number(Workload load) {
      return "match" + load.agents();
    }
  };

  private final String title;

  Peer(String title) {
    this.title = title;
  }

  /** What its callers dial. */
  abstract String number(Workload load);

  @Override
  public String toString() {
    return title;
  }
}
