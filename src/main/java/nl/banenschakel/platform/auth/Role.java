package nl.banenschakel.platform.auth;

import java.util.Locale;
import java.util.Optional;

/** What a caller may do (DESIGN 4). A token names them in lower case. */
public enum Role {
  /** Delivers contracts and register answers; works on differences. */
  HR,
  /** Delivers wage returns. */
  PAYROLL,
  /** States hours of people lent out. */
  LENDER,
  /** States hours of people who work for a buyer. */
  SUPPLIER,
  /** Prepares reconciliations and reports. */
  FINANCE,
  /** Signs off what finance prepared. */
  REVIEWER,
  /** Sees who saw what. */
  PRIVACY,
  /** Makes organisations and clients; sees no person data. */
  ADMIN;

  /** The role a token's name stands for. */
  public static Optional<Role> named(String name) {
    for (var role : values()) {
      if (role.label().equals(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** The name in a token. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
