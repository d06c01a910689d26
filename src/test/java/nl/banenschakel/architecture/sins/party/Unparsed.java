package nl.banenschakel.architecture.sins.party;

import io.vertx.core.json.JsonObject;

/** Parse once, at the edge. */
record Unparsed(JsonObject body) {}
