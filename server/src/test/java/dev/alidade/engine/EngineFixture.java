package dev.alidade.engine;

import dev.alidade.sql.TypeKind;

/** What the parts of the contract need to know of the engine under test. */
interface EngineFixture {
  /** An engine on the contract's database, shared by all cases. */
  EngineProbe probe();

  /** Another engine on the same database, that the case may close. */
  Engine openAnother();

  /** The kind that a declared column type comes back as; an engine declares its differences. */
  TypeKind kind(TypeKind declared);

  default boolean can(Capability capability) {
    return probe().engine().capabilities().contains(capability);
  }
}
