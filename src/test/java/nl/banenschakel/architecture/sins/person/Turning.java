package nl.banenschakel.architecture.sins.person;

import org.jspecify.annotations.Nullable;

/** Half of a circle. */
public record Turning(nl.banenschakel.architecture.sins.party.@Nullable Turning other) {}
