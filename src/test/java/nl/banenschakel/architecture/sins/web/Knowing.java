package nl.banenschakel.architecture.sins.web;

import nl.banenschakel.architecture.sins.app.Gateway;

/** Nobody builds on the composition. */
public record Knowing(Gateway other) {}
