package nl.banenschakel.architecture.sins.statement;

import nl.banenschakel.architecture.sins.payroll.Payroll;

/** Another slice is read through its published views. */
public record Knowing(Payroll other) {}
