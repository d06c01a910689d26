package nl.banenschakel.platform.http;

import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;

/**
 * What an operation asks of a request before its function sees it.
 *
 * @param id as {@code operationId} in the contract: the one name in contract, route, log and metric
 * @param access who may
 * @param roles any of these will do; empty where no token is asked
 * @param reads what of people its answer tells
 * @param mediaTypes of the body, bare and in lower case; empty where none is read
 * @param bytesMax of the body
 */
record Operation(
    String id, Access access, Set<Role> roles, Reads reads, Set<String> mediaTypes, long bytesMax) {

  /** Who may. */
  enum Access {
    /** Anybody, without a token. */
    OPEN,
    /** A token with the role, for one organisation. */
    ORGANISATION,
    /** A token with the role; the organisation may be none. */
    UNBOUND
  }

  /** Fails for a body of another type, or that is declared too large; where none is read, never. */
  void checkBody(Exchange exchange) {
    if (!mediaTypes.isEmpty()) {
      Media.require(mediaTypes, exchange.request().headers());
      exchange.body().limit(bytesMax);
    }
  }
}
