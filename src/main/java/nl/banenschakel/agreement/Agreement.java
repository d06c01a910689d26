package nl.banenschakel.agreement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationKind;

/**
 * What two organisations in a relation agree on, version by version. Whatever uses it names the
 * agreement and the version.
 *
 * @param provider who lends or supplies
 * @param receiver who hires or buys
 * @param versions that were proposed, the oldest first
 * @param steps what was done with it since both see it, the oldest first
 * @param holdings when which version is in force, the earliest first
 */
public record Agreement(
    UUID id,
    UUID relation,
    RelationKind kind,
    Relation.Side provider,
    Relation.Side receiver,
    List<Version> versions,
    List<Taken> steps,
    List<Holding> holdings) {

  /**
   * A version as it was proposed; it never changes. What it says is read where it is shown only.
   *
   * @param number from 1
   * @param hash over its document: see decision 22
   * @param validFrom first day
   * @param validUntil last day, inclusive; empty: as long as the relation lasts
   * @param proposer the organisation that did
   * @param by who of it
   */
  public record Version(
      int number,
      String hash,
      LocalDate validFrom,
      Optional<LocalDate> validUntil,
      UUID proposer,
      OffsetDateTime at,
      String by) {}

  /**
   * A step that was taken.
   *
   * @param state as what the agreement stands since
   * @param version which it was about
   * @param lastDay that the agreement has by it, inclusive
   * @param actor the organisation that took it
   * @param by who of it
   */
  public record Taken(
      AgreementState.Step step,
      AgreementState state,
      int version,
      Optional<LocalDate> lastDay,
      Optional<String> reason,
      OffsetDateTime at,
      UUID actor,
      String by) {}

  /**
   * The days on which a version is in force. Each accepted version takes the place of those before
   * it from its own first day on, also where it ends earlier than they would have.
   *
   * @param until inclusive; empty: as long as the relation lasts
   */
  public record Holding(Version version, LocalDate from, Optional<LocalDate> until) {
    boolean isOn(LocalDate day) {
      return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
  }

  /**
   * A version that is in force on some days, with what it says about statements.
   *
   * @param until inclusive; empty: as long as the relation lasts
   * @param recognition of procurement only: when hours count
   */
  public record InForce(
      UUID agreement,
      int version,
      LocalDate from,
      Optional<LocalDate> until,
      Content.Stating stating,
      Content.Objecting objecting,
      Optional<Content.Recognition> recognition) {

    /** Whether it is in force on a day. */
    public boolean isOn(LocalDate day) {
      return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
  }

  /** As what it stands. */
  public AgreementState state() {
    return steps.isEmpty() ? AgreementState.DRAFT : latest().state();
  }

  /** The version that waits to be accepted. */
  public Optional<Version> proposal() {
    return state().waits() ? Optional.of(versions.get(latest().version() - 1)) : Optional.empty();
  }

  /** The version that is in force on a day. */
  public Optional<Version> holdingOn(LocalDate day) {
    return holdings.stream().filter(holding -> holding.isOn(day)).findFirst().map(Holding::version);
  }

  /** Whether both accepted a version. */
  public boolean isAccepted(Version version) {
    return wasTaken(AgreementState.Step.ACCEPT, version);
  }

  /** Whether a version was refused, or taken back. */
  public boolean isDeclined(Version version) {
    return wasTaken(AgreementState.Step.DECLINE, version);
  }

  /** What one of the two is called. */
  public String name(Side side) {
    return (side == Side.PROVIDER ? provider : receiver).name();
  }

  /** The other one of the two; empty until it is in the relation. */
  public Optional<UUID> otherThan(UUID organisation) {
    return provider.id().equals(Optional.of(organisation)) ? receiver.id() : provider.id();
  }

  /** Whether the last that was done with it is that an organisation accepted a version. */
  boolean lastAccepted(UUID organisation, String hash) {
    return !steps.isEmpty()
        && latest().step() == AgreementState.Step.ACCEPT
        && latest().actor().equals(organisation)
        && versions.get(latest().version() - 1).hash().equals(hash);
  }

  Taken latest() {
    return steps.get(steps.size() - 1);
  }

  private boolean wasTaken(AgreementState.Step step, Version version) {
    return steps.stream()
        .anyMatch(taken -> taken.step() == step && taken.version() == version.number());
  }
}
