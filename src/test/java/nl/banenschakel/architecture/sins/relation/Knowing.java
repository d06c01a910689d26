package nl.banenschakel.architecture.sins.relation;

import nl.banenschakel.architecture.sins.payroll.Payroll;

/** Another slice is read through its published views. */
public record Knowing(Payroll other) {}
