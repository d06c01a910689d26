package nl.banenschakel.architecture.sins.party;

import io.vertx.ext.web.client.WebClient;

/** Whoever calls out is called Client. */
record Calling(WebClient client) {}
