package io.voltline.engine.config;

/** A setting is missing or wrong; the message is one line that names key, file and line. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    super(message);
  }
}
