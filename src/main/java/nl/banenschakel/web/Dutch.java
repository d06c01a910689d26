package nl.banenschakel.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.report.Report;

/** Numbers, days and periods as Dutch readers write them; for the templates. */
public final class Dutch {
  private static final Locale LOCALE = Locale.forLanguageTag("nl-NL");
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd-MM-yyyy", LOCALE);
  private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", LOCALE);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", LOCALE);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy 'om' HH.mm 'uur'", LOCALE);

  private static final DateTimeFormatter ENGLISH_MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private Dutch() {}

  /** 22 November 2026, 14:30: Dutch time, for who reads English. */
  public static String momentInEnglish(OffsetDateTime moment) {
    return ENGLISH_MOMENT.format(moment.atZoneSameInstant(Netherlands.ZONE));
  }

  /** 1.331. */
  public static String whole(long number) {
    return String.format(LOCALE, "%,d", number);
  }

  /** 1.234,50 with so many decimals, for a column. */
  public static String number(BigDecimal number, int decimals) {
    return String.format(LOCALE, "%,." + decimals + "f", number);
  }

  /** 25,5 and 1.331: no more decimals than it has, for a sentence. */
  public static String number(BigDecimal number) {
    return number(number, Math.max(0, number.stripTrailingZeros().scale()));
  }

  /** 22-11-2026, for a column. */
  public static String day(LocalDate day) {
    return SHORT.format(day);
  }

  /** 22 november 2026, for a sentence. */
  public static String dayInFull(LocalDate day) {
    return LONG.format(day);
  }

  /** 22 november 2026 om 14.30 uur: Dutch time. */
  public static String moment(OffsetDateTime moment) {
    return MOMENT.format(moment.atZoneSameInstant(Netherlands.ZONE));
  }

  /** maart 2026, or periode 7 van 2026. */
  public static String tijdvak(String code) {
    var tijdvak = Tijdvak.parse(code);
    return tijdvak.isMonth()
        ? MONTH.format(tijdvak.start())
        : "periode %d van %s".formatted(Integer.parseInt(code.substring(6)), code.substring(0, 4));
  }

  /** How somebody stands in the register in a tijdvak. */
  public static String presence(String code) {
    return switch (code.toLowerCase(Locale.ROOT).replace('_', ' ')) {
      case "seen" -> "gezien";
      case "no longer seen" -> "niet meer gezien";
      case "left" -> "uitgeschreven";
      case "asked not seen" -> "gevraagd, niet gezien";
      default -> "niet gevraagd";
    };
  }

  /** Whom a difference is about. */
  public static String who(Report.Finding finding) {
    return finding
        .personnelNumber()
        .or(() -> finding.registerLine().map(line -> "Regel " + whole(line) + " van de lijst"))
        .orElse("Iedereen");
  }

  /** 1 verschil, 2 verschillen. */
  public static String count(int number, String one, String more) {
    return whole(number) + " " + (number == 1 ? one : more);
  }
}
