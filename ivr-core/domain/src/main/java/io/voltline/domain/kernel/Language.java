package io.voltline.domain.kernel;

/** The languages Voltline speaks; the code is what the switch and the API use. */
public enum Language {
  ZH("zh"),
  EN("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
