package nl.banenschakel.platform.intake;

import java.util.Optional;

/**
 * What an operator may choose of deliveries.
 *
 * @param workers threads that decode files
 * @param placesPerOrganisation files of one organisation that come in at the same moment in this
 *     process, at most {@value Uploads#UNDER_WAY_MAX}: who sends slowly leaves places to others
 * @param resultDays how long is kept what came of each, after it ended: who sent it, counts,
 *     mistakes without values; empty: as long as the law says
 * @param rowDays how long the rows of a refused file are kept, sealed, for who corrects them: they
 *     hold BSNs; empty: as long as the result, of which they are a part
 */
public record IntakeSettings(
    int workers,
    int placesPerOrganisation,
    Optional<Integer> resultDays,
    Optional<Integer> rowDays) {
  public static final IntakeSettings DEFAULT =
      new IntakeSettings(2, Uploads.UNDER_WAY_MAX / 2, Optional.empty(), Optional.empty());
}
