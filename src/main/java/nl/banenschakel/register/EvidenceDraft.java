package nl.banenschakel.register;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.http.Parameters;
import nl.banenschakel.platform.json.Fields;

/**
 * What the register was asked, and where its answer was read: of a list and of answers alike.
 *
 * @param number the loonheffingennummer that asked
 * @param peildatum the day the answer speaks of
 * @param updatedTo until when the register itself was up to date, if it said so
 */
public record EvidenceDraft(
    Loonheffingennummer number,
    LocalDate peildatum,
    Optional<LocalDate> updatedTo,
    EvidenceSource source) {
  private static final int YEAR_MIN = 2013;
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  /** The members of a JSON body that say it. */
  public record Members(
      Fields.Field<Loonheffingennummer> number,
      Fields.Field<LocalDate> peildatum,
      Fields.Field<LocalDate> updatedTo,
      Fields.Field<EvidenceSource> source) {

    /** Names them. */
    public static Members of(Fields in) {
      return new Members(
          in.required("loonheffingennummer", Loonheffingennummer::parse),
          in.required("peildatum", EvidenceDraft::day),
          in.optional("updatedTo", EvidenceDraft::day),
          in.optional("source", EvidenceSource::parse));
    }

    /** What they say; called inside {@link Fields#build} only. */
    public EvidenceDraft draft() {
      return new EvidenceDraft(
          number.get(),
          peildatum.get(),
          updatedTo.optional(),
          source.optional().orElse(EvidenceSource.PORTAL));
    }
  }

  /** Beside a file: in its header and query. Asked for inside {@link Parameters#build} only. */
  public static Supplier<EvidenceDraft> of(Parameters parameters) {
    var number = parameters.header("Loonheffingennummer", Loonheffingennummer::parse).required();
    var peildatum = parameters.query("peildatum", EvidenceDraft::day).required();
    var updatedTo = parameters.query("updatedTo", EvidenceDraft::day).optional();
    var source = parameters.query("source", EvidenceSource::parse).optional();
    return () ->
        new EvidenceDraft(
            number.get(),
            peildatum.get(),
            updatedTo.get(),
            source.get().orElse(EvidenceSource.PORTAL));
  }

  /**
   * Reads a day that evidence may speak of. A typing error in the year would let people be seen for
   * years, in evidence that is never changed.
   *
   * @throws Malformed when it is no day, or lies before the agreement or after the end of next year
   */
  public static LocalDate day(String text) {
    try {
      var day = LocalDate.parse(text);
      if (day.getYear() >= YEAR_MIN && day.getYear() <= yearMax()) {
        return day;
      }
    } catch (DateTimeParseException unreadable) {
      throw malformed();
    }
    throw malformed();
  }

  /** What was said beside the content, in a fixed order. */
  public String parameters() {
    return updatedTo.map(Object::toString).orElse("") + "/" + source.text();
  }

  private static Malformed malformed() {
    return new Malformed(
        "PEILDATUM_FORM",
        "Expected a day from %d to %d such as 2026-04-01.".formatted(YEAR_MIN, yearMax()));
  }

  private static int yearMax() {
    return LocalDate.now(NETHERLANDS).getYear() + 1;
  }
}
