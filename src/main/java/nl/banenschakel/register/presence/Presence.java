package nl.banenschakel.register.presence;

import java.util.List;
import java.util.UUID;
import nl.banenschakel.kernel.Tijdvak;

/**
 * Whether a person is in the register in a tijdvak, as far as is known.
 *
 * @param evidence what decides it, the evidence with the person first; none where nothing was asked
 */
record Presence(Tijdvak tijdvak, State state, List<Evidence> evidence) {

  /** Exactly one of these holds (DOMAIN 3.3). */
  enum State {
    /** By a list or an answer, or not yet missed often enough to doubt it. */
    SEEN,
    /** Lacks in so many newer lists as the grace allows; no end is known. Not the same as left. */
    NO_LONGER_SEEN,
    /** Registered until a known day. */
    LEFT,
    /** The register was asked about it and did not show the person. */
    ASKED_NOT_SEEN,
    /** Nothing is known: not "no". */
    NOT_ASKED
  }

  /** A list or an answer. */
  record Evidence(Kind kind, UUID id) {
    enum Kind {
      LIST("/v1/register-snapshots/"),
      ANSWER("/v1/register-answers/");

      private final String address;

      Kind(String address) {
        this.address = address;
      }
    }

    /** Where it can be read. */
    String address() {
      return kind.address + id;
    }
  }
}
