package io.voltline.acceptance;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** Loses every packet of a page's sound, both ways, by Chromium's own means. */
record LostSound(CDPSession browser) {
  private static final int ALL_PERCENT = 100;

  /** More than the page ever sends or gets, in bytes a second. */
  private static final int FAST = 100_000_000;

  /** The page is loaded anew: Chromium loses nothing of what was open before it was to. */
  static LostSound of(BrowserDesk desk) {
    CDPSession browser = desk.page().context().newCDPSession(desk.page());
    browser.send("Network.enable");
    var sound = new LostSound(browser);
    sound.restore();
    desk.page().reload();
    return sound;
  }

  void lose() {
    conditions(ALL_PERCENT);
  }

  void restore() {
    conditions(0);
  }

  private void conditions(int packetLoss) {
    var conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 0);
    conditions.addProperty("downloadThroughput", FAST);
    conditions.addProperty("uploadThroughput", FAST);
    conditions.addProperty("packetLoss", packetLoss);
    browser.send("Network.emulateNetworkConditions", conditions);
  }
}
