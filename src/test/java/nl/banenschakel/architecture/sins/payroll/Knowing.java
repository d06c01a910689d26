package nl.banenschakel.architecture.sins.payroll;

import nl.banenschakel.architecture.sins.report.Report;

/** Nobody builds on a report. */
public record Knowing(Report other) {}
