package nl.banenschakel.payroll.message;

import java.util.List;

/**
 * What is read of a wage return (Gegevensspecificaties Loonheffingen 2026 v3.0; {@code
 * Loonaangifte2026v2.0.xsd}): elements with the children that must and may be there, in the order
 * of the schema. Whatever is not listed, such as names, addresses, birth dates and amounts, is
 * skipped and never kept. What differs from year to year stands in {@link YearForm}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list is never changed after the constructor
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
  /** The request for the LKV: each year's form has its own name for it. */
  LKV_REQUEST("IndAvrLkvDgBaf"),
  PRLN_AOF_ANW_LG("PrlnAofAnwLg"),
  PRLN_AOF_ANW_HG("PrlnAofAnwHg"),
  AANT_VERL_U("AantVerlU"),
  AANT_CTRCTUREN_P_WK("AantCtrcturenPWk"),
  TOT_PRLN_AOF_ANW_LG("TotPrlnAofAnwLg"),
  TOT_PRLN_AOF_ANW_HG("TotPrlnAofAnwHg"),
  /** An element that the form of another year has and this one has not. */
  OF_OTHER_YEAR(""),

  COLLECTIEVE_AANGIFTE(
      "CollectieveAangifte", 1, optional(TOT_PRLN_AOF_ANW_LG), optional(TOT_PRLN_AOF_ANW_HG)),
  NATUURLIJK_PERSOON("NatuurlijkPersoon", 1, optional(SOFI_NR)),
  INKOMSTENPERIODE(
      "Inkomstenperiode",
      99,
      required(DAT_AANV),
      required(SRT_IV),
      optional(CD_AARD),
      optional(LKV_REQUEST)),
  WERKNEMERSGEGEVENS(
      "Werknemersgegevens",
      1,
      required(PRLN_AOF_ANW_LG),
      required(PRLN_AOF_ANW_HG),
      required(AANT_VERL_U),
      optional(AANT_CTRCTUREN_P_WK)),
  INITIEEL(
      "InkomstenverhoudingInitieel",
      Integer.MAX_VALUE,
      required(NUM_IV),
      optional(PERS_NR),
      required(NATUURLIJK_PERSOON),
      required(INKOMSTENPERIODE),
      required(WERKNEMERSGEGEVENS)),
  INTREKKING(
      "InkomstenverhoudingIntrekking",
      Integer.MAX_VALUE,
      required(NUM_IV),
      optional(SOFI_NR),
      optional(PERS_NR)),

  VOLLEDIGE_AANGIFTE("VolledigeAangifte", 1, optional(COLLECTIEVE_AANGIFTE), optional(INITIEEL)),
  AANVULLENDE_AANGIFTE(
      "AanvullendeAangifte",
      1,
      optional(COLLECTIEVE_AANGIFTE),
      optional(INITIEEL),
      optional(INTREKKING)),
  TIJDVAK_AANGIFTE(
      "TijdvakAangifte",
      1,
      required(DAT_AANV_TV),
      required(DAT_EIND_TV),
      optional(VOLLEDIGE_AANGIFTE),
      optional(AANVULLENDE_AANGIFTE)),
  TIJDVAK_CORRECTIE(
      "TijdvakCorrectie",
      13,
      required(DAT_AANV_TV),
      required(DAT_EIND_TV),
      optional(COLLECTIEVE_AANGIFTE),
      optional(INITIEEL),
      optional(INTREKKING)),
  ADMINISTRATIEVE_EENHEID(
      "AdministratieveEenheid",
      1,
      required(LH_NR),
      optional(TIJDVAK_AANGIFTE),
      optional(TIJDVAK_CORRECTIE)),
  BERICHT("Bericht", 1, required(ID_BER), required(DAT_TD_AANM)),
  LOONAANGIFTE("Loonaangifte", 1, required(BERICHT), required(ADMINISTRATIEVE_EENHEID));

  /** An element within another; its place in the list is its place in the schema. */
  record Child(Element element, boolean required) {}

  private final String xmlName;
  private final int max;
  private final List<Child> children;
  private final boolean leaf;

  Element(String xmlName) {
    this(xmlName, 1);
  }

  Element(String xmlName, int max, Child... children) {
    this.xmlName = xmlName;
    this.max = max;
    this.children = List.of(children);
    this.leaf = children.length == 0;
  }

  String xmlName() {
    return xmlName;
  }

  /** How often it may stand within its parent. */
  int max() {
    return max;
  }

  /** For arrays with a place for each element, in memory only. */
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return ordinal();
  }

  /** In the order of the schema. */
  List<Child> children() {
    return children;
  }

  /** Whether it holds a text. */
  boolean isLeaf() {
    return leaf;
  }

  private static Child required(Element element) {
    return new Child(element, true);
  }

  private static Child optional(Element element) {
    return new Child(element, false);
  }
}
