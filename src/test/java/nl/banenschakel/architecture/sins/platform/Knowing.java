package nl.banenschakel.architecture.sins.platform;

import nl.banenschakel.architecture.sins.norm.Norm;

/** Platform knows how, never what: no slice. */
public record Knowing(Norm other) {}
