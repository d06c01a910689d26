package nl.banenschakel.app;

import static nl.banenschakel.app.BsnPush.dotted;
import static nl.banenschakel.app.BsnPush.spaced;
import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.NUMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A BSN as somebody's number, in files of which the other rows are right: what is taken is read
 * back in the report.
 */
final class BsnNumberPushes {
  private static final Map<String, UnaryOperator<String>> FORMS =
      Map.of(
          "bare", bsn -> bsn,
          "dotted", BsnPush::dotted,
          "spaced", BsnPush::spaced,
          "prefixed", bsn -> "NL" + bsn,
          "suffixed", bsn -> bsn + "-1",
          "within", bsn -> "NL" + bsn + "01");

  private final ApiClient client;
  private final BsnPush push;
  private final List<String> registered = new ArrayList<>();
  private int messages;

  BsnNumberPushes(ApiClient client, BsnPush push) {
    this.client = client;
    this.push = push;
  }

  void addAll() {
    FORMS.forEach(this::personnelNumbers);
    push.add("IdBer", bsn -> refused("LA-" + bsn));
    push.add("dotted IdBer", bsn -> refused(dotted(bsn)));
    push.add("spaced IdBer", bsn -> refused(spaced(bsn)));
  }

  private void personnelNumbers(String name, UnaryOperator<String> form) {
    push.add(name + " PersNr", bsn -> reported(form.apply(bsn), bsn));
    if (!name.equals("within")) {
      push.add(name + " PersNr alone", bsn -> paid(anonymous(form.apply(bsn))));
      push.add(
          name + " PersNr of somebody else",
          bsn -> paid(SampleFiles.relationship(form.apply(bsn), ANNA, 60)));
      push.add(name + " PersNr withdrawn", bsn -> paid(withdrawal(form.apply(bsn))));
      push.add(name + " number in the file", bsn -> inFile(form.apply(bsn), bsn));
      push.add(name + " number of somebody known", bsn -> known(form.apply(bsn), bsn));
    }
  }

  /** Registered in January and paid without a contract: a finding that shows the number. */
  private void reported(String number, String bsn) {
    registered.add(bsn);
    var list = SampleFiles.LIST + String.join("\n", registered) + "\n";
    client.postList(NUMBER, "2026-01-01", list).expect(201);
    paid(SampleFiles.relationship(number, bsn, 60));
  }

  private void inFile(String number, String bsn) {
    contracts(SampleFiles.contract("E-7", bsn, "12") + SampleFiles.contract(number, ANNA, "20"))
        .expect(400);
  }

  private void known(String number, String bsn) {
    contracts(SampleFiles.contract("E-7", bsn, "12")).expect(201);
    contracts(SampleFiles.contract(number, BAS, "24")).expect(400);
  }

  private Answer contracts(String lines) {
    return client.post(
        "/v1/contract-files?delivery=changes",
        "text/csv",
        SampleFiles.CONTRACT_HEADER + lines,
        "Loonheffingennummer",
        NUMBER);
  }

  private void paid(String relationship) {
    client.postWageReturn(correction("NUMBERS-" + messages, relationship)).expect(201);
  }

  private void refused(String idBer) {
    client.postWageReturn(correction(idBer, anonymous("E-6"))).expect(400);
  }

  /** Sent after all that is returned of January. */
  private String correction(String idBer, String relationship) {
    messages++;
    return SampleFiles.message(
        idBer,
        "2026-11-10T10:%02d:%02d".formatted(messages / 60, messages % 60),
        "<TijdvakCorrectie><DatAanvTv>2026-01-01</DatAanvTv><DatEindTv>2026-01-31</DatEindTv>"
            + relationship
            + "</TijdvakCorrectie>");
  }

  private static String anonymous(String personnelNumber) {
    return SampleFiles.relationship(personnelNumber, ANNA, 60)
        .replace("<SofiNr>" + ANNA + "</SofiNr>", "");
  }

  private static String withdrawal(String personnelNumber) {
    return "<InkomstenverhoudingIntrekking><NumIV>9</NumIV><PersNr>%s</PersNr></InkomstenverhoudingIntrekking>"
        .formatted(personnelNumber);
  }
}
