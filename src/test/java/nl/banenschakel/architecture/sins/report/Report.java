package nl.banenschakel.architecture.sins.report;

/** Only here to be known. */
public record Report(String name) {}
