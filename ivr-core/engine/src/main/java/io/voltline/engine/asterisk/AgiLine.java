package io.voltline.engine.asterisk;

import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiReader;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiWriter;
import org.asteriskjava.fastagi.internal.AgiChannelImpl;

/**
 * A channel that is not told of every good end: asterisk-java would spend a round trip, and the
 * switch an event, on a word nobody asks for. The dialplan asks {@code VL_DONE}.
 */
final class AgiLine extends AgiChannelImpl {
  private static final String STATUS = "AJ_AGISTATUS";
  private static final String GOOD = "SUCCESS";

  AgiLine(AgiRequest request, AgiWriter writer, AgiReader reader) {
    super(request, writer, reader);
  }

  @Override
  public void setVariable(String name, String value) throws AgiException {
    if (!STATUS.equals(name) || !GOOD.equals(value)) {
      super.setVariable(name, value);
    }
  }
}
