package nl.banenschakel.architecture.sins.norm;

/** Only here to be known. */
public record Norm(String name) {}
