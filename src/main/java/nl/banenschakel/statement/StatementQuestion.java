package nl.banenschakel.statement;

import java.util.Optional;
import java.util.UUID;

/**
 * Which statements are asked for.
 *
 * @param assignment only those of this one
 * @param file only those that this upload came to
 * @param standing only those that are not replaced
 */
record StatementQuestion(Optional<UUID> assignment, Optional<UUID> file, boolean standing) {}
