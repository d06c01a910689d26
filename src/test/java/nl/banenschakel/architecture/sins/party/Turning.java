package nl.banenschakel.architecture.sins.party;

import org.jspecify.annotations.Nullable;

/** Half of a circle. */
public record Turning(nl.banenschakel.architecture.sins.person.@Nullable Turning other) {}
