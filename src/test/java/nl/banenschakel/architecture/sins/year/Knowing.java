package nl.banenschakel.architecture.sins.year;

import nl.banenschakel.architecture.sins.party.Turning;

/** A year knows norms, and no other slice. */
public record Knowing(Turning other) {}
