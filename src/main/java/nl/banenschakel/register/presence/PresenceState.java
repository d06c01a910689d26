package nl.banenschakel.register.presence;

/** How a person stands in the register in a tijdvak: exactly one of these (DOMAIN 3.3). */
public enum PresenceState {
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
