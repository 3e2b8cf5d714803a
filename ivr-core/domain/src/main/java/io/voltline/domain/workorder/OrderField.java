package io.voltline.domain.workorder;

/** What a type of work order may ask for beside what every order needs. */
public enum OrderField {
  ACCOUNT_NO("accountNo"),
  CONTACT_NAME("contactName"),
  ADDRESS("address"),
  /** It decides how soon a crew has to arrive. */
  AREA("area");

  private final String code;

  OrderField(String code) {
    this.code = code;
  }

  /** The field's name in the form. */
  public String code() {
    return code;
  }

  boolean missingIn(WorkOrderForm form) {
    return switch (this) {
      case ACCOUNT_NO -> form.accountNo().isEmpty();
      case CONTACT_NAME -> form.contactName().isEmpty();
      case ADDRESS -> form.address().isEmpty();
      case AREA -> form.area().isEmpty();
    };
  }
}
