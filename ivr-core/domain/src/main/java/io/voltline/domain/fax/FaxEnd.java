package io.voltline.domain.fax;

import java.util.Optional;

/** How a try to send a fax ended. */
public sealed interface FaxEnd {

  /**
   * Every page arrived, by the word of the machine at the other end.
   *
   * @param station what that machine calls itself
   */
  record Sent(int pages, Optional<FaxMode> mode, Optional<String> station) implements FaxEnd {}

  /**
   * Not every page arrived, or none.
   *
   * @param why for people who look after the house
   */
  record NotSent(String why) implements FaxEnd {}
}
