package nl.banenschakel.payroll;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wage returns as a payroll package would send them, of test numbers and test BSNs only. */
public final class WageReturns {
  public static final String NUMBER = "001000275L01";
  public static final String ANNA = "999993653";
  public static final String BERT = "999994086";
  public static final String CARO = "999990342";
  public static final String NAMESPACE =
      "http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01";

  private WageReturns() {}

  /** A message that was sent at a moment, with an id, about tijdvakken. */
  public static String message(String sentAt, String idBer, String... blocks) {
    return messageOf(NUMBER, sentAt, idBer, blocks);
  }

  public static String messageOf(String number, String sentAt, String idBer, String... blocks) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Loonaangifte xmlns="%s" version="2.0">
      <Bericht>
        <IdBer>%s</IdBer>
        <DatTdAanm>%s</DatTdAanm>
        <ContPers>Käthe de Vries</ContPers>
        <RelNr>SWO00000</RelNr>
      </Bericht>
      <AdministratieveEenheid>
        <LhNr>%s</LhNr>
        <NmIP>Proef B.V.</NmIP>
        %s
      </AdministratieveEenheid>
    </Loonaangifte>
    """
        .formatted(NAMESPACE, idBer, sentAt, number, String.join("\n", blocks));
  }

  public static String full(String start, String end, String... relationships) {
    return aangifte("VolledigeAangifte", start, end, relationships);
  }

  public static String supplement(String start, String end, String... relationships) {
    return aangifte("AanvullendeAangifte", start, end, relationships);
  }

  public static String correction(String start, String end, String... relationships) {
    return "<TijdvakCorrectie>%s<CollectieveAangifte><TotLnLbPh>12345</TotLnLbPh></CollectieveAangifte>%s</TijdvakCorrectie>"
        .formatted(days(start, end), String.join("\n", relationships));
  }

  public static String person(String bsn, int numIv, int hours) {
    return relationship("P-" + numIv, bsn, numIv, hours);
  }

  public static String anonymous(@Nullable String personnelNumber, int numIv, int hours) {
    return relationship(personnelNumber, null, numIv, hours);
  }

  public static String relationship(
      @Nullable String personnelNumber, @Nullable String bsn, int numIv, int hours) {
    return relationship(personnelNumber, bsn, numIv, List.of(period("2026-01-01", 15, "J")), hours);
  }

  public static String relationship(
      @Nullable String personnelNumber,
      @Nullable String bsn,
      int numIv,
      List<String> periods,
      int hours) {
    return """
    <InkomstenverhoudingInitieel>
      <NumIV>%d</NumIV><DatAanv>2023-02-01</DatAanv>%s
      <NatuurlijkPersoon>%s<SignNm>Jansen</SignNm><Gebdat>1990-04-12</Gebdat>
        <AdresBinnenland><Str>Straße</Str><HuisNr>1</HuisNr></AdresBinnenland></NatuurlijkPersoon>
      %s
      <Werknemersgegevens>
        <LnLbPh>3456.78</LnLbPh><PrlnAofAnwLg>0.00</PrlnAofAnwLg><PrlnAofAnwHg>3456.50</PrlnAofAnwHg>
        <AantVerlU>%d</AantVerlU><Ctrctln>999.00</Ctrctln>
        <AantCtrcturenPWk>32.5</AantCtrcturenPWk>
      </Werknemersgegevens>
    </InkomstenverhoudingInitieel>
    """
        .formatted(
            numIv,
            optional("PersNr", personnelNumber),
            optional("SofiNr", bsn),
            String.join("", periods),
            hours);
  }

  public static String period(String start, int srtIv, String lkv) {
    return "<Inkomstenperiode><DatAanv>%s</DatAanv><SrtIV>%d</SrtIV><CdAard>1</CdAard><IndAvrLkvDgBaf>%s</IndAvrLkvDgBaf></Inkomstenperiode>"
        .formatted(start, srtIv, lkv);
  }

  public static String withdrawal(String bsn, int numIv) {
    return "<InkomstenverhoudingIntrekking><NumIV>%d</NumIV><SofiNr>%s</SofiNr></InkomstenverhoudingIntrekking>"
        .formatted(numIv, bsn);
  }

  private static String aangifte(
      String element, String start, String end, String... relationships) {
    return Stream.of(relationships)
        .collect(
            Collectors.joining(
                "\n",
                "<TijdvakAangifte>%s<%s><CollectieveAangifte><TotLnLbPh>1</TotLnLbPh></CollectieveAangifte>"
                    .formatted(days(start, end), element),
                "</%s></TijdvakAangifte>".formatted(element)));
  }

  private static String days(String start, String end) {
    return "<DatAanvTv>%s</DatAanvTv><DatEindTv>%s</DatEindTv>".formatted(start, end);
  }

  private static String optional(String element, @Nullable String value) {
    return value == null ? "" : "<%s>%s</%s>".formatted(element, value, element);
  }
}
