package nl.banenschakel.architecture.sins.stray;

/** In a package that no table knows. */
public record Lost() {}
