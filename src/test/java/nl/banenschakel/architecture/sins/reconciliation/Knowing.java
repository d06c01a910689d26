package nl.banenschakel.architecture.sins.reconciliation;

import nl.banenschakel.architecture.sins.payroll.Payroll;

/** Another slice is read through its published views. */
public record Knowing(Payroll other) {}
