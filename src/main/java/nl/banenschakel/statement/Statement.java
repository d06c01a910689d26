package nl.banenschakel.statement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.statement.governing.Governed;
import nl.banenschakel.statement.hourtype.Verdict;
import nl.banenschakel.statement.sent.Channel;
import nl.banenschakel.statement.sent.Purchase;
import nl.banenschakel.statement.sent.Reference;

/**
 * A statement as it is kept.
 *
 * @param receiver empty: nobody but the sender reads it
 * @param hours of all lines that are not void
 * @param lines how many, void ones included
 * @param governed by which versions of agreements; of none where it was agreed on nothing
 * @param source what only the sender reads
 */
public record Statement(
    UUID id,
    UUID sender,
    Optional<UUID> receiver,
    Optional<UUID> relation,
    Optional<UUID> assignment,
    LocalDate firstDay,
    LocalDate lastDay,
    Optional<String> purchaseOrder,
    Channel channel,
    List<Mark> marks,
    Purchase purchase,
    WorkedHours hours,
    Judged judged,
    int lines,
    Receipt receipt,
    Replacing replacing,
    List<Governed> governed,
    Optional<Source> source) {

  /**
   * Which of its hours count, by their types.
   *
   * @param counting somebody was at work, and they count
   * @param unmapped nobody has said yet whether they do
   */
  public record Judged(WorkedHours counting, WorkedHours unmapped) {}

  /**
   * That it was taken in.
   *
   * @param number the sender's and ours; unique for the sender
   */
  public record Receipt(String number, OffsetDateTime at, String by) {}

  /**
   * Its place in the chain of corrections.
   *
   * @param original the first of the chain
   */
  public record Replacing(UUID original, Optional<UUID> replaces, Optional<UUID> replacedBy) {}

  /** What the sender calls it, and what it is about, where it said so. */
  public record Source(Reference document, Optional<Reference> assignment) {}

  /** Whether it takes back what it replaces. */
  public boolean withdraws() {
    return marks.contains(Mark.WITHDRAWN);
  }

  /** One of the chain of corrections. */
  public record Link(
      UUID id, Optional<UUID> replaces, Channel channel, OffsetDateTime at, String by) {}

  /**
   * Hours of one kind of one person.
   *
   * @param position from 1
   * @param pseudonym who worked, to this receiver and to no other
   * @param counts whether they count, by their type, as far as anybody has said
   * @param source what only the sender reads
   */
  public record Line(
      int position,
      UUID pseudonym,
      LocalDate firstDay,
      LocalDate lastDay,
      WorkedHours hours,
      boolean isVoid,
      Verdict counts,
      List<Mark> marks,
      Optional<LineSource> source) {

    /** What the receipt says of it. */
    public String verdict() {
      if (isVoid) {
        return "void";
      }
      return marks.isEmpty() ? "taken" : "marked";
    }
  }

  /**
   * What the sender said of a line for itself.
   *
   * @param line what tells it from the others
   * @param place where it stands in what was sent
   */
  public record LineSource(
      String line,
      String place,
      Reference person,
      String hourType,
      Optional<OffsetDateTime> start,
      Optional<OffsetDateTime> end) {}

  /** All that is kept of it, with its lines and its chain, the oldest first. */
  public record Whole(Statement statement, List<Line> lines, List<Link> chain) {}
}
