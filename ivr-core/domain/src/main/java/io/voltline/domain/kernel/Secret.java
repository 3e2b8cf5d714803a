package io.voltline.domain.kernel;

/**
 * A password or key that can't print itself.
 *
 * @param reveal the secret itself, to be called only where it is used
 */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
