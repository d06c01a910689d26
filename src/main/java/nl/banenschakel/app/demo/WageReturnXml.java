package nl.banenschakel.app.demo;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import nl.banenschakel.kernel.Tijdvak;

/**
 * A wage return (Loonaangifte 2026) as a payroll package writes it, with every element that an
 * ordinary employee has: about 1.6 kB a relationship. The amounts of money mean nothing.
 *
 * @param kind VolledigeAangifte or AanvullendeAangifte
 * @param loonheffingennummer whose return it is
 * @param tijdvak of which month or four weeks
 * @param sentAt orders the versions of one tijdvak
 */
public record WageReturnXml(
    String kind, String loonheffingennummer, Tijdvak tijdvak, LocalDateTime sentAt) {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Loonaangifte xmlns="http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01" version="2.0">\
      <Bericht><IdBer>DEMO-%s</IdBer><DatTdAanm>%s</DatTdAanm><ContPers>Voorbeeld</ContPers>\
      <TelNr>+31201234567</TelNr><RelNr>SWO00000</RelNr><GebrSwPakket>Synthetic 1.0</GebrSwPakket>\
      </Bericht><AdministratieveEenheid><LhNr>%s</LhNr><NmIP>Voorbeeld</NmIP><TijdvakAangifte>\
      <DatAanvTv>%s</DatAanvTv><DatEindTv>%s</DatEindTv><%s>\
      <CollectieveAangifte><TotLnLbPh>0</TotLnLbPh><TotLnSV>0</TotLnSV>\
      <TotPrlnAofAnwLg>0</TotPrlnAofAnwLg><TotPrlnAofAnwHg>0</TotPrlnAofAnwHg>\
      <TotPrlnAofAnwUit>0</TotPrlnAofAnwUit><TotPrlnWhkAnw>0</TotPrlnWhkAnw>\
      <TotPrlnAwfAnwLg>0</TotPrlnAwfAnwLg><TotPrlnAwfAnwHg>0</TotPrlnAwfAnwHg>\
      <TotPrlnAwfAnwHz>0</TotPrlnAwfAnwHz><TotPrlnAwfAnwUit>0</TotPrlnAwfAnwUit>\
      <PrLnUFO>0</PrLnUFO><IngLbPh>0</IngLbPh><IngBijdrZvw>0</IngBijdrZvw>\
      <TotWghZvw>0</TotWghZvw><TotTeBet>0</TotTeBet><TotGen>0</TotGen></CollectieveAangifte>\
      """;

  private static final String RELATIONSHIP =
      """
      <InkomstenverhoudingInitieel><NumIV>1</NumIV><DatAanv>2023-02-01</DatAanv>\
      <PersNr>%s</PersNr><NatuurlijkPersoon><SofiNr>%s</SofiNr><Voorl>A</Voorl>\
      <SignNm>de Vries</SignNm><Gebdat>1990-01-01</Gebdat><Nat>0001</Nat><Gesl>9</Gesl>\
      </NatuurlijkPersoon><Inkomstenperiode><DatAanv>%s</DatAanv><SrtIV>15</SrtIV>\
      <CdAard>1</CdAard><CAO>9999</CAO><IndArbovOnbepTd>J</IndArbovOnbepTd>\
      <IndSchriftArbov>J</IndSchriftArbov><IndOprov>N</IndOprov>%s<IndLhKort>J</IndLhKort>\
      <LbTab>012</LbTab><IndWAO>J</IndWAO><IndWW>J</IndWW><IndZW>J</IndZW><CdZvw>K</CdZvw>\
      </Inkomstenperiode><Werknemersgegevens><LnLbPh>2345.50</LnLbPh><LnSV>2345.50</LnSV>\
      <PrlnAofAnwLg>0.00</PrlnAofAnwLg><PrlnAofAnwHg>2345.50</PrlnAofAnwHg>\
      <PrlnAofAnwUit>0.00</PrlnAofAnwUit><PrlnWhkAnw>2345.50</PrlnWhkAnw>\
      <PrlnAwfAnwLg>2345.50</PrlnAwfAnwLg><PrlnAwfAnwHg>0.00</PrlnAwfAnwHg>\
      <PrlnAwfAnwHz>0.00</PrlnAwfAnwHz><PrlnAwfAnwUit>0.00</PrlnAwfAnwUit>\
      <PrLnUfo>0.00</PrLnUfo><LnTabBB>0.00</LnTabBB><VakBsl>0.00</VakBsl>\
      <OpgRchtVakBsl>0.00</OpgRchtVakBsl><OpnAvwb>0.00</OpnAvwb><OpbAvwb>0.00</OpbAvwb>\
      <LnInGld>2345.50</LnInGld><WrdLn>0.00</WrdLn><LnOwrk>0.00</LnOwrk>\
      <VerstrAanv>0.00</VerstrAanv><IngLbPh>0.00</IngLbPh><PrAofLg>0.00</PrAofLg>\
      <PrAofHg>0.00</PrAofHg><PrAofUit>0.00</PrAofUit><OpslWko>0.00</OpslWko>\
      <PrGediffWhk>0.00</PrGediffWhk><PrAwfLg>0.00</PrAwfLg><PrAwfHg>0.00</PrAwfHg>\
      <PrAwfHz>0.00</PrAwfHz><PrAwfUit>0.00</PrAwfUit><PrUFO>0.00</PrUFO>\
      <BijdrZvw>0.00</BijdrZvw><WghZvw>0.00</WghZvw><WrdPrGebrAut>0.00</WrdPrGebrAut>\
      <WrknBijdrAut>0.00</WrknBijdrAut><Reisk>0.00</Reisk><VerrArbKrt>0.00</VerrArbKrt>\
      <AantVerlU>%d</AantVerlU><Ctrctln>0.00</Ctrctln><AantCtrcturenPWk>20</AantCtrcturenPWk>\
      <BedrRntKstvPersl>0.00</BedrRntKstvPersl>\
      </Werknemersgegevens></InkomstenverhoudingInitieel>\
      """;

  /** Everything before the first relationship. */
  public String head() {
    return HEAD.formatted(
        tijdvak.code(),
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(sentAt),
        loonheffingennummer,
        tijdvak.start(),
        tijdvak.end(),
        kind);
  }

  /**
   * One income relationship.
   *
   * @param verloondeUren whole hours
   */
  public String relationship(
      String personnelNumber, String bsn, int verloondeUren, boolean lkvRequested) {
    var lkv = lkvRequested ? "<IndAvrLkvDgBaf>J</IndAvrLkvDgBaf>" : "";
    return RELATIONSHIP.formatted(personnelNumber, bsn, tijdvak.start(), lkv, verloondeUren);
  }

  /** Everything after the last relationship. */
  public String tail() {
    return "</%s></TijdvakAangifte></AdministratieveEenheid></Loonaangifte>\n".formatted(kind);
  }
}
