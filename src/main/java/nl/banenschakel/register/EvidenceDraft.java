package nl.banenschakel.register;

import java.time.LocalDate;
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

  /** The members of a JSON body that say it. */
  public record Members(
      Fields.Field<Loonheffingennummer> number,
      Fields.Field<LocalDate> peildatum,
      Fields.Field<LocalDate> updatedTo,
      Fields.Field<EvidenceSource> source) {

    /** Names them; today is the last day that they may say. */
    public static Members of(Fields in, LocalDate today) {
      return new Members(
          in.required("loonheffingennummer", Loonheffingennummer::parse),
          in.required("peildatum", text -> day(text, today)),
          in.optional("updatedTo", text -> day(text, today)),
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

  /**
   * Beside a file: in its header and query, and asked for inside {@link Parameters#build} only.
   * Today is the last day that it may say.
   */
  public static Supplier<EvidenceDraft> of(Parameters parameters, LocalDate today) {
    var number = parameters.header("Loonheffingennummer", Loonheffingennummer::parse).required();
    var peildatum = parameters.query("peildatum", text -> day(text, today)).required();
    var updatedTo = parameters.query("updatedTo", text -> day(text, today)).optional();
    var source = parameters.query("source", EvidenceSource::parse).optional();
    return () ->
        new EvidenceDraft(
            number.get(),
            peildatum.get(),
            updatedTo.get(),
            source.get().orElse(EvidenceSource.PORTAL));
  }

  /**
   * Reads a day that evidence may speak of. Of evidence it is one that has come: a list or an
   * answer of a day to come would be the newest until then, whatever the register says meanwhile,
   * and evidence is never changed (DOMAIN, section 3).
   *
   * @param last the last one that may be: today in the Netherlands
   * @throws Malformed when it is no day, or lies before the agreement or after the last one
   */
  public static LocalDate day(String text, LocalDate last) {
    var day = day(text);
    if (day.isAfter(last)) {
      throw new Malformed("PEILDATUM_AHEAD", "Expected a day no later than %s.".formatted(last));
    }
    return day;
  }

  private static LocalDate day(String text) {
    try {
      var day = LocalDate.parse(text);
      if (day.getYear() >= YEAR_MIN) {
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
        "PEILDATUM_FORM", "Expected a day such as 2026-04-01, from %d on.".formatted(YEAR_MIN));
  }
}
