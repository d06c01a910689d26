package nl.banenschakel.app;

import static nl.banenschakel.app.BsnPush.broken;
import static nl.banenschakel.app.BsnPush.dotted;
import static nl.banenschakel.app.BsnPush.spaced;
import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.NUMBER;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.banenschakel.platform.auth.Role;

/** A BSN in every part of every file, and beside it. */
final class BsnFilePushes {
  private static final String CSV = "text/csv";

  /** Lines of a contracts file: the BSN where it belongs and where it does not. */
  private static final List<String> CONTRACTS =
      List.of(
          "E-1;%s;01-01-2024;;20;Zorg\n",
          "E-1;%s;01-01-2024;;20,5;Zorg;\n",
          "%s;%1$s;01-01-2024;;20;Zorg\n",
          "E-%s;%1$s;01-01-2024;;20;Zorg\n",
          "E-1;%s;01-01-2024;;20;bij %1$s\n",
          "%s;E-1;01-01-2024;;20;Zorg\n",
          "E-1;" + ANNA + ";%s;;20;Zorg\n",
          "E-1;" + ANNA + ";01-01-2024;%s;20;Zorg\n",
          "E-1;" + ANNA + ";01-01-2024;;%s;Zorg\n",
          "E-1;" + ANNA + ";01-01-2024;;20;bij %s\n",
          "E-1;" + ANNA + ";01-01-2024;;20;Zorg;%s\n",
          "\"E-1;%s\n",
          "E-1;%s\"x;01-01-2024;;20;Zorg\n",
          "%s\n",
          "E-1;=%s;01-01-2024;;20;Zorg\n",
          "E-1;x%s;01-01-2024;;20;Zorg\n",
          "E-1;%s0;01-01-2024;;20;Zorg\n",
          "E-1;%s;31-12-2024;01-01-2024;20;Zorg\n",
          "E-1;%s;01-01-2024;;20;" + "x".repeat(1_000) + "\n");

  private static final List<String> CONTRACT_HEADERS =
      List.of(
          "%s;BSN;Begindatum;Einddatum;Uren per week;Afdeling\n",
          "Personeelsnummer;%s;Begindatum;Einddatum;Uren per week;Afdeling\n",
          "Personeelsnummer;BSN;BSN;Begindatum;Uren per week;Grondslag %s\n",
          "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;%s\n");

  private static final List<String> LISTS =
      List.of(
          "%s",
          "BSN\n%s\n",
          "BSN\n%s\n%1$s\n",
          "%s;%1$s\n",
          "Naam;BSN\nAnna;%s\n",
          "Naam;BSN\n%s;" + ANNA + "\n",
          "BSN;%s\n" + ANNA + ";x\n",
          "x%s\n",
          "BSN\n\"%s\n",
          "BSN\n%s9\n",
          "BSN\n" + "0".repeat(1_000) + "%s\n");

  private static final List<String> ANSWERS =
      List.of(
          "%s;in;;",
          "%s;%1$s;;",
          "%s;in;%1$s;",
          "%s;uit;;%1$s",
          "%s;uit;;;%1$s",
          "BSN;antwoord;%s\n" + ANNA + ";in;x\n",
          "BSN;antwoord;van\n%s;in;01-01-2020\n",
          "%s;in;;\n%1$s;uit;;\n");

  /** Pieces of a wage return, in the place of its relationships. */
  private static final List<String> XML =
      List.of(
          SampleFiles.relationship("E-1", "%s", 80),
          SampleFiles.relationship("%s", "%1$s", 80),
          SampleFiles.relationship("E-1", "%s", 80).replace("SofiNr", "sofinr"),
          SampleFiles.relationship("E-1", ANNA, 80).replace(">80<", ">%s<"),
          SampleFiles.relationship("E-1", ANNA, 80).replace(">2024-01-01<", ">%s<"),
          SampleFiles.relationship("E-1", ANNA, 80).replace(">15<", ">%s<"),
          SampleFiles.relationship("E-1", ANNA, 80).replace("<NumIV>1<", "<NumIV>%s<"),
          SampleFiles.relationship("E-1", ANNA, 80).replace(">Jansen<", ">%s<"),
          SampleFiles.relationship("E-1", ANNA, 80).replace("<SrtIV>", "<SrtIV x=\"%s\">"),
          SampleFiles.relationship("E-1", "%s", 80) + SampleFiles.relationship("E-2", "%1$s", 80),
          "<!-- %s -->",
          "<?x %s?>",
          "<?x%s y?>",
          "<![CDATA[%s]]>",
          "<x%s/>",
          "<x xmlns=\"urn:%s\"/>",
          "<x%s",
          "&x%s;",
          "</x%s>",
          "<InkomstenverhoudingIntrekking><NumIV>1</NumIV><SofiNr>%s</SofiNr></InkomstenverhoudingIntrekking>");

  private final ApiClient client;
  private final BsnPush push;

  BsnFilePushes(TestGateway gateway, UUID organisation, BsnPush push) {
    this.client = gateway.as(organisation, Role.HR, Role.PAYROLL);
    this.push = push;
  }

  void addAll() {
    lists();
    jsonLists();
    answers();
    contracts();
    wageReturns();
    besideFiles();
    new BsnNumberPushes(client, push).addAll();
  }

  private void lists() {
    var address = "/v1/register-snapshots?peildatum=2026-04-01";
    for (var file : LISTS) {
      for (var type : List.of(CSV, "text/plain")) {
        eachForm(type + " list " + file, file, text -> send(address, type, text));
        push.add(
            type + " broken list " + file, bsn -> send(address, type, broken(file.formatted(bsn))));
      }
    }
  }

  private void jsonLists() {
    eachForm(
        "json list",
        "{\"loonheffingennummer\":\""
            + NUMBER
            + "\",\"peildatum\":\"2026-04-01\",\"bsns\":[\"%s\"]}",
        text -> client.post("/v1/register-snapshots", "application/json", text));
  }

  private void answers() {
    for (var file : ANSWERS) {
      eachForm(
          "answers " + file,
          file,
          text -> send("/v1/register-answers?peildatum=2026-04-01", CSV, text));
    }
  }

  private void contracts() {
    var address = "/v1/contract-files?delivery=full";
    for (var line : CONTRACTS) {
      var file = SampleFiles.CONTRACT_HEADER + line;
      eachForm("contracts " + line, file, text -> send(address, CSV, text));
      push.add("broken contracts " + line, bsn -> send(address, CSV, broken(file.formatted(bsn))));
    }
    for (var header : CONTRACT_HEADERS) {
      var file = header + "E-1;" + ANNA + ";01-01-2024;;20;Zorg\n";
      eachForm("contracts under " + header, file, text -> send(address, CSV, text));
    }
  }

  private void wageReturns() {
    for (var piece : XML) {
      push.add("wage return " + piece, bsn -> wageReturn(month -> month.formatted(bsn), piece));
      push.add(
          "dotted wage return " + piece,
          bsn -> wageReturn(month -> month.formatted(dotted(bsn)), piece));
      push.add(
          "broken wage return " + piece,
          bsn -> xml(broken(SampleFiles.wageReturn(3, piece.formatted(bsn)))));
    }
    var whole = SampleFiles.wageReturn(4, SampleFiles.relationship("E-1", ANNA, 80));
    push.add("encoding", bsn -> xml(whole.replace("UTF-8", "x" + bsn)));
    push.add("doctype", bsn -> xml(whole.replace("?>\n", "?><!DOCTYPE x" + bsn + ">")));
    push.add("namespace", bsn -> xml(whole.replace("2026/01", bsn)));
    push.add("root", bsn -> xml(whole.replace("Loonaangifte", "L" + bsn)));
    push.add("number", bsn -> xml(whole.replace(NUMBER, bsn + "L01")));
    push.add("sent at", bsn -> xml(whole.replace("2026-05-10T09:00:00", bsn)));
    push.add("first day", bsn -> xml(whole.replace("2026-04-01", bsn)));
    push.add("truncated", bsn -> xml(whole.substring(0, 400) + bsn));
    push.add("not xml", bsn -> xml(bsn));
  }

  private void wageReturn(UnaryOperator<String> filled, String piece) {
    xml(SampleFiles.wageReturn(3, filled.apply(piece)));
  }

  private void besideFiles() {
    for (var query :
        List.of(
            "peildatum=%s",
            "peildatum=2026-04-01&updatedTo=%s",
            "peildatum=2026-04-01&x=%s",
            "peildatum=2026-04-01&%s=1")) {
      push.add(query, bsn -> send("/v1/register-snapshots?" + query.formatted(bsn), CSV, ANNA));
    }
    for (var query :
        List.of(
            "delivery=%s",
            "delivery=full&source=%s",
            "delivery=full&source=x-%s",
            "delivery=full&source=x%s",
            "delivery=full&%s=1")) {
      push.add(
          query,
          bsn -> send("/v1/contract-files?" + query.formatted(bsn), CSV, SampleFiles.CONTRACTS));
    }
    for (var number : List.of("%s", "%sL", "%sL01", "L01%s")) {
      push.add(
          "number " + number,
          bsn ->
              client.post(
                  "/v1/contract-files?delivery=full",
                  CSV,
                  SampleFiles.CONTRACTS,
                  "Loonheffingennummer",
                  number.formatted(bsn)));
    }
    push.add("file type", bsn -> send("/v1/contract-files?delivery=full", "text/" + bsn, "x"));
  }

  private void eachForm(String use, String file, java.util.function.Consumer<String> send) {
    push.add(use, bsn -> send.accept(file.formatted(bsn)));
    push.add("dotted " + use, bsn -> send.accept(file.formatted(dotted(bsn))));
    push.add("spaced " + use, bsn -> send.accept(file.formatted(spaced(bsn))));
  }

  private void send(String address, String type, String text) {
    send(address, type, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void send(String address, String type, byte[] file) {
    client.post(address, type, file, "Loonheffingennummer", NUMBER);
  }

  private void xml(String text) {
    xml(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void xml(byte[] file) {
    client.post("/v1/wage-returns", "application/xml", file);
  }
}
