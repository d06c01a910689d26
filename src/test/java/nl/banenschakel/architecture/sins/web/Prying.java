package nl.banenschakel.architecture.sins.web;

import nl.banenschakel.architecture.sins.party.OpenRepository;

/** A page asks a service. */
record Prying(OpenRepository repository) {}
