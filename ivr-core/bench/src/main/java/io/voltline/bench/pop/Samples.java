package io.voltline.bench.pop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One pop and one wall as Voltline sent them, for another server to send the same. */
record Samples(String pop, String wall) {
  private static final String POP = "pop.json";
  private static final String WALL = "wall.json";

  static Samples read(Path folder) throws IOException {
    return new Samples(
        Files.readString(folder.resolve(POP)), Files.readString(folder.resolve(WALL)));
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(POP), pop);
    Files.writeString(folder.resolve(WALL), wall);
  }

  /** The pop's bytes in three parts, between which call and agent go. */
  byte[][] popAround(String call, String agentNo) {
    int callAt = pop.indexOf(call);
    int agentAt = pop.indexOf(agentNo, callAt);
    if (callAt < 0 || agentAt < 0) {
      throw new IllegalArgumentException("no pop of " + call + " for " + agentNo + ": " + pop);
    }
    return new byte[][] {
      bytes(pop.substring(0, callAt)),
      bytes(pop.substring(callAt + call.length(), agentAt)),
      bytes(pop.substring(agentAt + agentNo.length()))
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
