package io.voltline.engine.web;

/** A request the contract's schema lets through, but whose values can't be meant. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInput(String placeAndReason) {
    super(placeAndReason);
  }
}
