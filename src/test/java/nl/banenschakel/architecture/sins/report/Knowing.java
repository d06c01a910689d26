package nl.banenschakel.architecture.sins.report;

import nl.banenschakel.architecture.sins.norm.Norm;

/** A report imports no slice. */
public record Knowing(Norm other) {}
