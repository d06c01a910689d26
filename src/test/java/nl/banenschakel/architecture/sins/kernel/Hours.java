package nl.banenschakel.architecture.sins.kernel;

import nl.banenschakel.architecture.sins.norm.Norm;

/** The kernel has words, and knows Java only. */
public record Hours(Norm norm) {}
