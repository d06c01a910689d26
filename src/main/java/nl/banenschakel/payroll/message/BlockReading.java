package nl.banenschakel.payroll.message;

import java.time.LocalDate;
import java.util.Optional;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.payroll.message.WageReturnBatch.Row;
import nl.banenschakel.payroll.message.WageReturnMessage.Block;
import nl.banenschakel.payroll.message.WageReturnMessage.Content;
import nl.banenschakel.payroll.message.WageReturnMessage.Kind;
import org.jspecify.annotations.Nullable;

/** The TijdvakAangifte or TijdvakCorrectie that is being read. */
final class BlockReading {
  private final int position;
  private @Nullable LocalDate start;
  private @Nullable LocalDate end;
  private @Nullable Kind kind;
  private String path = "";
  private long premiumWageTotalCents;
  private long relationships;
  private long withdrawals;
  private long anonymous;
  private long verloondeUren;

  BlockReading(int position) {
    this.position = position;
  }

  int position() {
    return position;
  }

  void startsOn(LocalDate day) {
    start = day;
  }

  void endsOn(LocalDate day) {
    end = day;
  }

  /** What it does and which element holds its relationships; false when that was said before. */
  boolean is(Kind its, String relationshipsAt) {
    boolean first = kind == null;
    kind = its;
    path = relationshipsAt;
    return first;
  }

  boolean hasKind() {
    return kind != null;
  }

  /** Takes one of the message's own totals of the premium wage. */
  void totals(long cents) {
    premiumWageTotalCents += cents;
  }

  /** Counts one of its relationships or withdrawals. */
  void holds(Row row) {
    var values = row.values();
    if (values == null) {
      withdrawals++;
      return;
    }
    relationships++;
    anonymous += row.blindIndex() == null ? 1 : 0;
    verloondeUren += values.verloondeUren();
  }

  /** Whether both days were told. */
  boolean hasDays() {
    return start != null && end != null;
  }

  /** The last day, or the far future while it is not known. */
  LocalDate lastDay() {
    return end == null ? LocalDate.MAX : end;
  }

  /** The tijdvak of these days; none when they do not belong together. */
  Optional<Tijdvak> tijdvak() {
    return start == null || end == null ? Optional.empty() : Tijdvak.of(start, end);
  }

  /** The same, when it is of that year. */
  Optional<Tijdvak> tijdvak(int year) {
    return tijdvak().filter(tijdvak -> tijdvak.start().getYear() == year);
  }

  /** Complete; none where something lacks. */
  Optional<Block> block(int year) {
    var its = kind;
    return its == null
        ? Optional.empty()
        : tijdvak(year)
            .map(
                tijdvak ->
                    new Block(position, tijdvak, its, path, premiumWageTotalCents, content()));
  }

  private Content content() {
    return new Content(relationships, withdrawals, anonymous, verloondeUren);
  }
}
