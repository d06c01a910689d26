package nl.banenschakel.payroll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a wage return (Gegevensspecificaties Loonheffingen 2026 v3.0; {@code
 * Loonaangifte2026v2.0.xsd}): elements with the children that must and may be there. Whatever is
 * not listed, such as names, addresses, birth dates and amounts, is skipped and never kept.
 */
@SuppressWarnings(
    "ImmutableEnumChecker") // the list and the map are never changed after the constructor
enum Element {
  ID_BER("IdBer"),
  DAT_TD_AANM("DatTdAanm"),
  LH_NR("LhNr"),
  DAT_AANV_TV("DatAanvTv"),
  DAT_EIND_TV("DatEindTv"),
  NUM_IV("NumIV"),
  PERS_NR("PersNr"),
  SOFI_NR("SofiNr"),
  DAT_AANV("DatAanv"),
  SRT_IV("SrtIV"),
  CD_AARD("CdAard"),
  IND_AVR_LKV_DG_BAF("IndAvrLkvDgBaf"),
  PRLN_AOF_ANW_LG("PrlnAofAnwLg"),
  PRLN_AOF_ANW_HG("PrlnAofAnwHg"),
  AANT_VERL_U("AantVerlU"),
  AANT_CTRCTUREN_P_WK("AantCtrcturenPWk"),

  NATUURLIJK_PERSOON("NatuurlijkPersoon", 1, List.of(), List.of(SOFI_NR)),
  INKOMSTENPERIODE(
      "Inkomstenperiode", 99, List.of(DAT_AANV, SRT_IV), List.of(CD_AARD, IND_AVR_LKV_DG_BAF)),
  WERKNEMERSGEGEVENS(
      "Werknemersgegevens",
      1,
      List.of(PRLN_AOF_ANW_LG, PRLN_AOF_ANW_HG, AANT_VERL_U),
      List.of(AANT_CTRCTUREN_P_WK)),
  INITIEEL(
      "InkomstenverhoudingInitieel",
      Integer.MAX_VALUE,
      List.of(NUM_IV, NATUURLIJK_PERSOON, INKOMSTENPERIODE, WERKNEMERSGEGEVENS),
      List.of(PERS_NR)),
  INTREKKING(
      "InkomstenverhoudingIntrekking",
      Integer.MAX_VALUE,
      List.of(NUM_IV),
      List.of(SOFI_NR, PERS_NR)),

  VOLLEDIGE_AANGIFTE("VolledigeAangifte", 1, List.of(), List.of(INITIEEL)),
  AANVULLENDE_AANGIFTE("AanvullendeAangifte", 1, List.of(), List.of(INITIEEL, INTREKKING)),
  TIJDVAK_AANGIFTE(
      "TijdvakAangifte",
      1,
      List.of(DAT_AANV_TV, DAT_EIND_TV),
      List.of(VOLLEDIGE_AANGIFTE, AANVULLENDE_AANGIFTE)),
  TIJDVAK_CORRECTIE(
      "TijdvakCorrectie", 13, List.of(DAT_AANV_TV, DAT_EIND_TV), List.of(INITIEEL, INTREKKING)),
  ADMINISTRATIEVE_EENHEID(
      "AdministratieveEenheid", 1, List.of(LH_NR), List.of(TIJDVAK_AANGIFTE, TIJDVAK_CORRECTIE)),
  BERICHT("Bericht", 1, List.of(ID_BER, DAT_TD_AANM), List.of()),
  LOONAANGIFTE("Loonaangifte", 1, List.of(BERICHT, ADMINISTRATIEVE_EENHEID), List.of());

  private final String xmlName;
  private final int max;
  private final List<Element> required;
  private final Map<String, Element> children = new HashMap<>();

  Element(String xmlName) {
    this(xmlName, 1, List.of(), List.of());
  }

  Element(String xmlName, int max, List<Element> required, List<Element> optional) {
    this.xmlName = xmlName;
    this.max = max;
    this.required = required;
    Stream.concat(required.stream(), optional.stream())
        .forEach(child -> children.put(child.xmlName, child));
  }

  String xmlName() {
    return xmlName;
  }

  /** How often it may stand within its parent. */
  int max() {
    return max;
  }

  List<Element> required() {
    return required;
  }

  /** Whether it holds a text. */
  boolean isLeaf() {
    return children.isEmpty();
  }

  /** The child of that name, or null when it is not read. */
  @Nullable Element child(String name) {
    return children.get(name);
  }
}
