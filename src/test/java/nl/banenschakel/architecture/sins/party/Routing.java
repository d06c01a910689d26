package nl.banenschakel.architecture.sins.party;

import io.vertx.ext.web.RoutingContext;

/** A slice knows calls and replies only. */
record Routing(RoutingContext context) {}
