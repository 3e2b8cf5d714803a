package io.voltline.domain.customer;

/** Where a premise lies, which decides how soon a crew must be there. */
public enum Area {
  TOWN,
  COUNTRY,
  REMOTE
}
