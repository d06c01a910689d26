package nl.banenschakel.architecture.sins.norm;

import nl.banenschakel.architecture.sins.report.Report;

/** A norm depends on no slice. */
public record Knowing(Report other) {}
