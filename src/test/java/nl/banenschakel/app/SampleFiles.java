package nl.banenschakel.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of a small employer, with test BSNs only: Anna and Bas are registered, Cas is not. */
public final class SampleFiles {
  public static final String NUMBER = "001000275L01";
  public static final String ANNA = "999990019";
  public static final String BAS = "999993653";
  public static final String CAS = "999994086";
  public static final String PEILDATUM = "2026-04-01";

  public static final String LIST = "BSN\n" + ANNA + "\n" + BAS + "\n";
  public static final String CONTRACT_HEADER =
      "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Afdeling\n";
  public static final String CONTRACTS =
      CONTRACT_HEADER
          + contract("E-1", ANNA, "20,00")
          + contract("E-2", BAS, "24,00")
          + contract("E-3", CAS, "36,00");

  /** Says that a column is not read. */
  public static final String COLUMN_MAPPING =
      "{\"columns\":[{\"head\":\"Opmerking\",\"field\":\"ignore\"}]}";

  private SampleFiles() {}

  /** One line of a contracts file. */
  public static String contract(String personnelNumber, String bsn, String hours) {
    return "%s;%s;01-01-2024;;%s;Zorg\n".formatted(personnelNumber, bsn, hours);
  }

  /** The same contracts as JSON. */
  public static String contractsJson() {
    return new JsonObject()
        .put("loonheffingennummer", NUMBER)
        .put(
            "items",
            new JsonArray()
                .add(contractItem("E-1", ANNA, 20))
                .add(contractItem("E-2", BAS, 24))
                .add(contractItem("E-3", CAS, 36)))
        .encode();
  }

  /** Answers of the register about Anna, who is in, and Cas, who is not. */
  public static String answersJson() {
    return new JsonObject()
        .put("loonheffingennummer", NUMBER)
        .put("peildatum", "2026-03-10")
        .put(
            "answers",
            new JsonArray()
                .add(new JsonObject().put("bsn", ANNA).put("answer", "in"))
                .add(new JsonObject().put("bsn", CAS).put("answer", "out")))
        .encode();
  }

  /** One contract as JSON. */
  public static JsonObject contractItem(String personnelNumber, String bsn, Number hours) {
    return new JsonObject()
        .put("personnelNumber", personnelNumber)
        .put("bsn", bsn)
        .put("startDate", "2024-01-01")
        .put("contractHoursPerWeek", hours)
        .put("department", "Zorg");
  }

  /** The full return of a month of 2026, 1 to 9. */
  public static String wageReturn(int month) {
    return wageReturn(
        month,
        relationship("E-1", ANNA, 80),
        relationship("E-2", BAS, 40),
        relationship("E-3", CAS, 150));
  }

  /** The full return of a month of 2026, 1 to 9, of these relationships. */
  public static String wageReturn(int month, String... relationships) {
    int days = month == 2 ? 28 : month == 4 || month == 6 || month == 9 ? 30 : 31;
    return message(
        "TEST-%d".formatted(month),
        "2026-0%d-10T09:00:00".formatted(month + 1),
        Stream.of(relationships)
            .collect(
                Collectors.joining(
                    "",
                    "<TijdvakAangifte><DatAanvTv>2026-0%d-01</DatAanvTv><DatEindTv>2026-0%d-%d</DatEindTv><VolledigeAangifte>"
                        .formatted(month, month, days),
                    "</VolledigeAangifte></TijdvakAangifte>\n")));
  }

  /** A message of the sample employer, sent at a moment. */
  public static String message(String idBer, String sentAt, String blocks) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Loonaangifte xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01" version="2.0">
    <Bericht><IdBer>%s</IdBer><DatTdAanm>%s</DatTdAanm></Bericht>
    <AdministratieveEenheid><LhNr>%s</LhNr>
    %s</AdministratieveEenheid>
    </Loonaangifte>
    """
        .formatted(idBer, sentAt, NUMBER, blocks);
  }

  /** One income relationship. */
  public static String relationship(String personnelNumber, String bsn, int hours) {
    return """
    <InkomstenverhoudingInitieel><NumIV>1</NumIV><DatAanv>2024-01-01</DatAanv><PersNr>%s</PersNr>
    <NatuurlijkPersoon><SofiNr>%s</SofiNr><SignNm>Jansen</SignNm></NatuurlijkPersoon>
    <Inkomstenperiode><DatAanv>2026-01-01</DatAanv><SrtIV>15</SrtIV><CdAard>1</CdAard><IndAvrLkvDgBaf>J</IndAvrLkvDgBaf></Inkomstenperiode>
    <Werknemersgegevens><PrlnAofAnwLg>0</PrlnAofAnwLg><PrlnAofAnwHg>0</PrlnAofAnwHg><AantVerlU>%d</AantVerlU></Werknemersgegevens></InkomstenverhoudingInitieel>
    """
        .formatted(personnelNumber, bsn, hours);
  }
}
