package nl.banenschakel.register.presence;

import java.util.List;
import java.util.UUID;
import nl.banenschakel.kernel.Tijdvak;

/**
 * Whether a person is in the register in a tijdvak, as far as is known.
 *
 * @param evidence what decides it, the evidence with the person first; none where nothing was asked
 */
record Presence(Tijdvak tijdvak, PresenceState state, List<Evidence> evidence) {

  /** A list or an answer. */
  record Evidence(UUID id, boolean isAnswer) {}
}
