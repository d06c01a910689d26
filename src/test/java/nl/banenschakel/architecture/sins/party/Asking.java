package nl.banenschakel.architecture.sins.party;

import io.vertx.sqlclient.Row;

/** Rows belong in a repository. */
record Asking(Row row) {}
