package nl.banenschakel.report.evidence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.report.PersonRows;

/**
 * Which relationships of a run are asked for.
 *
 * @param kind of income
 * @param tijdvak one of the run's; else all
 * @param person whose; else everybody's
 * @param after where to go on
 * @param limit how many at most
 */
public record RelationshipQuestion(
    RowKind kind, Optional<String> tijdvak, Optional<UUID> person, RowPosition after, int limit) {

  /**
   * The same of texts.
   *
   * @param after the token of a position
   * @throws nl.banenschakel.kernel.Malformed for a kind or a position that is none
   */
  public static RelationshipQuestion of(
      String kind, Optional<String> tijdvak, Optional<String> after, int limit) {
    return new RelationshipQuestion(
        RowKind.parse(kind),
        tijdvak,
        Optional.empty(),
        after.map(RowPosition::parse).orElse(RowPosition.FIRST),
        limit);
  }

  /** One more than asked for tells whether there are more. */
  int fetch() {
    return limit + 1;
  }

  PersonRows.Page page(List<PersonRows.Relationship> fetched) {
    var given = fetched.subList(0, Math.min(limit, fetched.size()));
    return new PersonRows.Page(
        given,
        fetched.size() > limit
            ? Optional.of(RowPosition.of(given.get(limit - 1)).token())
            : Optional.empty());
  }
}
