package nl.banenschakel.web.upload;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.Mode;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.intake.mistake.MistakeTexts;
import nl.banenschakel.platform.intake.mistake.Place;
import nl.banenschakel.web.Dutch;

/**
 * An upload in the words of one language; for the templates.
 *
 * @param language {@code nl} or {@code en}
 */
public record UploadWords(String language) {
  /** Mistakes that a page shows; the workbook has all that were kept. */
  public static final int SHOWN_MAX = 200;

  static final UploadWords DUTCH = new UploadWords("nl");
  private static final UploadWords ENGLISH = new UploadWords("en");

  /** An address to which nothing came is not watched for longer: a session would never end. */
  private static final Duration WATCHED_MAX = Duration.ofMinutes(15);

  private static final Map<String, List<String>> KINDS =
      Map.of(
          "contracts", List.of("Contracten", "Contracts"),
          "register-snapshot", List.of("Registerlijst", "Register list"),
          "register-answers", List.of("Antwoorden van het register", "Answers of the register"),
          "statements", List.of("Opgaven van gewerkte uren", "Statements of worked hours"),
          "wage-return", List.of("Loonaangifte", "Wage return"));

  private static final Map<String, List<String>> COUNTS =
      Map.ofEntries(
          Map.entry("anonymous", List.of("Zonder BSN", "Without BSN")),
          Map.entry("changed", List.of("Gewijzigd", "Changed")),
          Map.entry("closed", List.of("Gesloten", "Closed")),
          Map.entry("lines", List.of("Regels", "Lines")),
          Map.entry("marked", List.of("Met een opmerking", "Marked")),
          Map.entry("new", List.of("Nieuw", "New")),
          Map.entry("persons", List.of("Personen", "People")),
          Map.entry("relationships", List.of("Inkomstenverhoudingen", "Income relationships")),
          Map.entry("statements", List.of("Opgaven", "Statements")),
          Map.entry("superseded", List.of("Vervangen versies", "Versions replaced")),
          Map.entry("tijdvakken", List.of("Tijdvakken", "Tijdvakken")),
          Map.entry("unchanged", List.of("Ongewijzigd", "Unchanged")),
          Map.entry("versionsNew", List.of("Nieuwe versies", "New versions")),
          Map.entry("withdrawals", List.of("Intrekkingen", "Withdrawals")));

  static UploadWords in(String language) {
    return switch (language) {
      case "nl" -> DUTCH;
      case "en" -> ENGLISH;
      default -> throw new IllegalArgumentException("neither nl nor en");
    };
  }

  /** One of the two. */
  public String of(String dutch, String english) {
    return isEnglish() ? english : dutch;
  }

  /** What an address of a page needs to be in this language. */
  public String query() {
    return isEnglish() ? "?lang=en" : "";
  }

  /** The other language. */
  public UploadWords other() {
    return isEnglish() ? DUTCH : ENGLISH;
  }

  /** The sort of file. */
  public String kind(Upload upload) {
    return named(KINDS, upload.kind());
  }

  /** The name of a count. */
  public String count(String name) {
    return named(COUNTS, name);
  }

  /** 1 fout, 2 fouten. */
  public String mistakes(int number) {
    return whole(number) + " " + (number == 1 ? of("fout", "error") : of("fouten", "errors"));
  }

  /** 1.331 or 1,331. */
  public String whole(long number) {
    return isEnglish() ? String.format(Locale.ENGLISH, "%,d", number) : Dutch.whole(number);
  }

  /** 22 november 2026 om 14.30 uur, or 22 November 2026, 14:30: Dutch time. */
  public String moment(OffsetDateTime moment) {
    return isEnglish() ? Dutch.momentInEnglish(moment) : Dutch.moment(moment);
  }

  /** The heading of its page: Contracten: geweigerd. */
  public String title(Upload upload) {
    return kind(upload) + ": " + state(upload).toLowerCase(Locale.ROOT);
  }

  /** Where it stands, in a word or two. */
  public String state(Upload upload) {
    return switch (upload.state()) {
      case WAITING -> of("Wacht op het bestand", "Waiting for the file");
      case RECEIVING -> of("Komt binnen", "Coming in");
      case ACCEPTED ->
          upload.repeats().isPresent()
              ? of("Al eerder verwerkt", "Processed before")
              : of("Verwerkt", "Processed");
      case VALIDATED -> of("Goed bevonden", "Found good");
      case REFUSED -> of("Geweigerd", "Refused");
      case CANCELLED -> of("Afgebroken", "Cancelled");
      case FAILED -> of("Niet gelukt", "Failed");
    };
  }

  /** What that means for who sent it. */
  public String meaning(Upload upload) {
    return switch (upload.state()) {
      case WAITING ->
          of(
              "Het adres is er; het bestand is nog niet verstuurd.",
              "The address is there; the file was not sent yet.");
      case RECEIVING ->
          of(
              "Het bestand komt binnen. Deze pagina ververst zichzelf. U mag haar sluiten: op"
                  + " hetzelfde adres ziet u later hoe het staat.",
              "The file is coming in. This page refreshes itself. You may close it: at the same"
                  + " address you see later how far it is.");
      case ACCEPTED -> accepted(upload);
      case VALIDATED ->
          of(
              "Dit was een proef: het bestand is goed, en er is niets opgeslagen.",
              "This was a trial: the file is good, and nothing was stored.");
      case REFUSED -> refused(upload);
      case CANCELLED ->
          of(
              "Iemand heeft de aanlevering afgebroken; er is niets opgeslagen.",
              "Somebody called the delivery off; nothing was stored.");
      case FAILED ->
          of(
              "Het bestand kon niet worden aangenomen; er is niets opgeslagen.",
              "The file could not be taken; nothing was stored.");
    };
  }

  /** How much came in: 5,2 van 12,0 MB. */
  public String bytes(Upload.Progress progress) {
    return progress
        .total()
        .map(all -> megabytes(progress.bytes()) + of(" van ", " of ") + megabytes(all) + " MB")
        .orElseGet(() -> megabytes(progress.bytes()) + " MB");
  }

  /** The mistakes that are shown. */
  public static List<Violation> shown(Upload upload) {
    return upload.mistakes().stream().limit(SHOWN_MAX).toList();
  }

  /** The line of a mistake; else its element or pointer, or that it is about the whole file. */
  public String line(Violation mistake) {
    return Place.of(mistake.at())
        .line()
        .map(this::whole)
        .orElse(mistake.at().isEmpty() ? of("hele bestand", "whole file") : mistake.at());
  }

  /** The column of a mistake, where it has one. */
  public String column(Violation mistake) {
    return Place.of(mistake.at()).column().map(String::valueOf).orElse("");
  }

  /** What is wrong and what to do. */
  public String sentence(Violation mistake) {
    return (isEnglish() ? MistakeTexts.ENGLISH : MistakeTexts.DUTCH).of(mistake);
  }

  /** After how many seconds a page is to be loaded again; 0: not by itself. */
  static int refreshSeconds(Upload upload, OffsetDateTime now) {
    return switch (upload.state()) {
      case RECEIVING -> 2;
      case WAITING -> upload.receivedAt().plus(WATCHED_MAX).isAfter(now) ? 10 : 0;
      default -> 0;
    };
  }

  private String accepted(Upload upload) {
    return upload.repeats().isPresent()
        ? of(
            "Precies dit bestand was al verwerkt; er is niets veranderd.",
            "Exactly this file was processed before; nothing has changed.")
        : of("Het hele bestand is verwerkt.", "The whole file was processed.");
  }

  private String refused(Upload upload) {
    var trial = upload.mode() == Mode.TRIAL ? of("Dit was een proef. ", "This was a trial. ") : "";
    return trial
        + of(
            "Er is niets van het bestand verwerkt. Verbeter de fouten en lever het opnieuw aan.",
            "Nothing of the file was processed. Correct the errors and deliver it again.");
  }

  private boolean isEnglish() {
    return language.equals("en");
  }

  private String named(Map<String, List<String>> names, String key) {
    return names.getOrDefault(key, List.of(key, key)).get(isEnglish() ? 1 : 0);
  }

  private String megabytes(long bytes) {
    var number = BigDecimal.valueOf(bytes).movePointLeft(6);
    return isEnglish() ? String.format(Locale.ENGLISH, "%,.1f", number) : Dutch.number(number, 1);
  }
}
