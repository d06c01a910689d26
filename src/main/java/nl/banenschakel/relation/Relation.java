package nl.banenschakel.relation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One organisation works with another: it lends people, or supplies what its people help make.
 *
 * @param owner the organisation that began it
 * @param provider who lends or supplies
 * @param receiver who hires or buys
 * @param firstDay of the relation
 * @param steps what was done with it, the oldest first; at least one
 * @param admission of the lender, as it was recorded last
 */
public record Relation(
    UUID id,
    UUID owner,
    RelationKind kind,
    Side provider,
    Side receiver,
    LocalDate firstDay,
    List<Taken> steps,
    Optional<Admission> admission) {

  /**
   * One of the two.
   *
   * @param id empty until it accepted
   */
  public record Side(Optional<UUID> id, String name) {}

  /**
   * A step that was taken.
   *
   * @param state as what the relation stands since
   * @param lastDay of the relation, inclusive, where it has one
   * @param actor the organisation that took it
   * @param by who of it
   */
  public record Taken(
      RelationState state,
      Optional<LocalDate> lastDay,
      Optional<String> reason,
      OffsetDateTime at,
      UUID actor,
      String by) {}

  /**
   * That a lender may lend (Wet toelating terbeschikkingstelling van arbeidskrachten).
   *
   * @param version from 1; one more with every record
   * @param number in the public register of admitted lenders
   * @param document what shows it
   * @param checkedOn when it was looked up
   * @param validUntil inclusive, where the register says so
   */
  public record Admission(
      int version,
      String number,
      String document,
      LocalDate checkedOn,
      Optional<LocalDate> validUntil,
      OffsetDateTime recordedAt,
      UUID recordedFor,
      String recordedBy) {}

  /** As what it stands. */
  public RelationState state() {
    return latest().state();
  }

  /** Inclusive; empty while nobody ended it. */
  public Optional<LocalDate> lastDay() {
    return latest().lastDay();
  }

  /** Whether both are in it on a day. */
  public boolean runsOn(LocalDate day) {
    return lastsUntil(day) && !day.isBefore(firstDay);
  }

  /** Whether both are in it and it is not over before a day; it may begin later. */
  boolean lastsUntil(LocalDate day) {
    return (state() == RelationState.RUNNING || state() == RelationState.ENDED)
        && lastDay().filter(day::isAfter).isEmpty();
  }

  /** Whether an organisation lends or supplies in it. */
  public boolean isProvider(UUID organisation) {
    return provider.id().equals(Optional.of(organisation));
  }

  /** The other one; empty until it accepted. */
  public Optional<UUID> otherThan(UUID organisation) {
    return isProvider(organisation) ? receiver.id() : provider.id();
  }

  Taken latest() {
    return steps.get(steps.size() - 1);
  }
}
