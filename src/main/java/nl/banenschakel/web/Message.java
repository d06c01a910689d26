package nl.banenschakel.web;

/**
 * A page that says one thing.
 *
 * @param title what is the matter, as a heading
 * @param text what it means
 * @param next what the reader can do
 */
public record Message(String title, String text, String next) {
  /** To a page without a session, where a link can begin one. */
  static final Message SIGN_IN_WITH_LINK =
      new Message(
          "U bent niet ingelogd",
          "Deze pagina laat het rapport van uw organisatie zien.",
          "Open de inloglink die scripts/demo of scripts/run heeft getoond. Een link werkt één keer en"
              + " tien minuten lang. Na een kwartier zonder gebruik logt u opnieuw in.");

  /** To a page without a session, where nothing can begin one. */
  static final Message SIGN_IN_LATER =
      new Message(
          "U bent niet ingelogd",
          "Deze pagina laat het rapport van uw organisatie zien.",
          "Inloggen gaat via de inlogdienst van uw organisatie. Deze versie kan dat nog niet. Uw"
              + " systemen kunnen het rapport wel opvragen via de API.");

  static final Message LINK_SPENT =
      new Message(
          "Deze inloglink werkt niet meer",
          "Een link werkt één keer en tien minuten lang. Misschien is de link al gebruikt, of niet"
              + " helemaal gekopieerd.",
          "Maak een nieuwe link met scripts/demo of scripts/run.");

  private static final Message NOT_FOUND =
      new Message(
          "Deze pagina bestaat niet",
          "Op dit adres staat niets. Misschien zit er een typefout in.",
          "Ga naar het rapport van uw organisatie.");

  private static final Message NOT_ALLOWED =
      new Message(
          "U mag deze pagina niet zien",
          "Uw rol geeft geen toegang, of dit formulier kwam niet van een pagina van Banenschakel.",
          "Ga terug naar het rapport, of vraag uw beheerder om een andere rol.");

  private static final Message NOT_NOW =
      new Message(
          "Dit lukt nu even niet",
          "Een onderdeel van Banenschakel is op dit moment niet bereikbaar. Er is niets verloren.",
          "Wacht een minuut en laad de pagina opnieuw.");

  private static final Message DEFECT =
      new Message(
          "Er ging iets mis",
          "Dat ligt aan ons, niet aan u. De fout is vastgelegd.",
          "Laad de pagina opnieuw. Gaat het weer mis? Meld het dan bij uw beheerder.");

  private static final Message MISTAKE =
      new Message(
          "Deze aanvraag kunnen we niet lezen",
          "Er klopt iets niet aan het adres of aan wat uw browser stuurde.",
          "Ga naar het rapport van uw organisatie en probeer het van daar opnieuw.");

  /** What to say at a status of 400 or higher. It tells nothing of what caused it. */
  static Message of(int status) {
    return switch (status) {
      case 403 -> NOT_ALLOWED;
      case 404 -> NOT_FOUND;
      case 503 -> NOT_NOW;
      default -> status < 500 ? MISTAKE : DEFECT;
    };
  }
}
