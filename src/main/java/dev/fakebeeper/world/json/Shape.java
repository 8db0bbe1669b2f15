package dev.fakebeeper.world.json;

/**
 * Which members of the vendor's schemas a build of the API knows. Older builds lack the newer ones,
 * so they are not written for them. Implementations answer from memory and are safe for many
 * threads.
 */
@FunctionalInterface
public interface Shape {

  /** Whether a build has a property of a schema; both names as the contract spells them. */
  boolean shows(String schema, String property);

  /** Every member of every schema. */
  static Shape everything() {
    return (schema, property) -> true;
  }
}
