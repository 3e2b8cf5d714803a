package io.voltline.engine.desk;

/** What those see who watch over the floor. May block. */
public interface WallDesk {

  /**
   * The present, for whoever goes on with events.
   *
   * @throws Refused FORBIDDEN for whoever does not watch over the floor
   */
  WallView look(Account who) throws Refused;
}
