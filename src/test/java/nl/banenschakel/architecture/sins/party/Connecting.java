package nl.banenschakel.architecture.sins.party;

import java.sql.Connection;

/** JDBC blocks. */
record Connecting(Connection connection) {}
