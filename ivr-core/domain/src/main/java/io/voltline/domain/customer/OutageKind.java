package io.voltline.domain.customer;

/** Why supply is lost. */
public enum OutageKind {
  PLANNED,
  FAULT,
  ARREARS
}
