package nl.banenschakel.architecture.sins.payroll;

/** Only here to be known. */
public record Payroll(String name) {}
