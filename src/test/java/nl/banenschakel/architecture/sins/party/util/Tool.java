package nl.banenschakel.architecture.sins.party.util;

/** A package that says nothing. */
record Tool() {}
