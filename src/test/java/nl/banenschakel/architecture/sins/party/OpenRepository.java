package nl.banenschakel.architecture.sins.party;

/** Everybody could use it. */
public final class OpenRepository {}
