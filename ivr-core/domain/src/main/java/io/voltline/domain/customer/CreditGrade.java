package io.voltline.domain.customer;

/** A customer's standing in payment and law, the best first. */
public enum CreditGrade {
  AAA,
  AA,
  A,
  B,
  C,
  D
}
