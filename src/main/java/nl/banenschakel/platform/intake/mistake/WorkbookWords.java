package nl.banenschakel.platform.intake.mistake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workbook of mistakes says besides the mistakes, in one language.
 *
 * @param texts what each mistake says
 * @param column the head of the column that is added: a file that has it may be sent again
 * @param rows the name of the sheet with the rows
 * @param mistakes the name of the sheet with the mistakes
 * @param header in the place of a row: the first one, which names the columns
 * @param line a line of the file that is no row, by its number
 * @param place a column without a head, by its number
 * @param some how many mistakes of how many are told
 * @param heads of the sheet with the mistakes: place, code, sentence, detail
 * @param lacks why there are no rows
 * @param unknown that there are none, where it is not known why
 */
record WorkbookWords(
    MistakeTexts texts,
    String column,
    String rows,
    String mistakes,
    String header,
    String line,
    String place,
    String some,
    List<String> heads,
    Map<FileCopy.Lack, String> lacks,
    String unknown) {
  private static final WorkbookWords DUTCH =
      new WorkbookWords(
          MistakeTexts.DUTCH,
          "Fouten (Banenschakel)",
          "Regels",
          "Fouten",
          "Eerste rij",
          "Regel %d van uw bestand is hier niet te tonen. Vul deze rij zelf, of haal haar weg. %s",
          "Kolom %d",
          "Dit zijn de eerste %d van %d fouten. De andere ziet u als u het bestand opnieuw aanlevert.",
          List.of("Plaats", "Code", "Wat er niet klopt en wat u doet", "Verwacht"),
          Map.of(
              FileCopy.Lack.NO_TABLE,
              "Dit bestand heeft geen rijen en kolommen: verbeter het in de bron.",
              FileCopy.Lack.TOO_LARGE,
              "Dit bestand was te groot om zijn rijen te bewaren: verbeter het zelf.",
              FileCopy.Lack.GROUND,
              "De rijen zijn niet bewaard: er is een kolom die zegt waarom iemand geregistreerd is."
                  + " Haal die kolom weg.",
              FileCopy.Lack.BSN,
              "De rijen zijn niet bewaard: er staat een BSN in, en dat mag hier niet. Haal het weg.",
              FileCopy.Lack.REMOVED,
              "De rijen zijn na hun bewaartijd verwijderd: verbeter uw eigen bestand."),
          "De rijen van dit bestand zijn niet bewaard: verbeter uw eigen bestand.");

  private static final WorkbookWords ENGLISH =
      new WorkbookWords(
          MistakeTexts.ENGLISH,
          "Errors (Banenschakel)",
          "Rows",
          "Errors",
          "First row",
          "Line %d of your file cannot be shown here. Fill in this row yourself, or remove it. %s",
          "Column %d",
          "These are the first %d of %d errors. You see the others when you deliver the file again.",
          List.of("Place", "Code", "What is wrong and what to do", "Expected"),
          Map.of(
              FileCopy.Lack.NO_TABLE,
              "This file has no rows and columns: correct it at its source.",
              FileCopy.Lack.TOO_LARGE,
              "This file was too large to keep its rows: correct it yourself.",
              FileCopy.Lack.GROUND,
              "The rows were not kept: a column tells why somebody is registered. Take it out.",
              FileCopy.Lack.BSN,
              "The rows were not kept: there is a BSN in them, which may not be. Take it out.",
              FileCopy.Lack.REMOVED,
              "The rows were removed when they had been kept long enough: correct your own file."),
          "The rows of this file were not kept: correct your own file.");

  /** In this language: Dutch unless it is {@code en}. */
  static WorkbookWords in(String language) {
    return language.equals("en") ? ENGLISH : DUTCH;
  }

  /** Whether a column was added by an earlier workbook, in whichever language. */
  static boolean isAdded(String head) {
    return head.equals(DUTCH.column) || head.equals(ENGLISH.column);
  }

  String why(Optional<FileCopy.Lack> lack) {
    return lack.map(lacks::get).orElse(unknown);
  }
}
