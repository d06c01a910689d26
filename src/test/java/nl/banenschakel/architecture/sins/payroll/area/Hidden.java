package nl.banenschakel.architecture.sins.payroll.area;

/** Of an area: its slice's own. */
public record Hidden() {}
