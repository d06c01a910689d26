package nl.banenschakel.person;

import java.util.UUID;
import nl.banenschakel.platform.vault.SealedBsn;

/**
 * Somebody in a delivery, who may be known already.
 *
 * @param id the id this person gets when not known yet; the seal is bound to it
 * @param bsn sealed, with its blind index
 */
public record PersonDraft(UUID id, SealedBsn bsn) {}
