package nl.banenschakel.architecture.sins.app;

/** Only here to be known. */
public record Gateway(String name) {}
